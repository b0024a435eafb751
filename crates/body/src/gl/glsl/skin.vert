#version 300 es
precision highp float;
layout(location = 0) in vec3 place;
layout(location = 1) in vec3 normal;
layout(location = 2) in float light;
layout(location = 3) in vec4 told; // hurts, how bad, main area, beside it
layout(location = 4) in vec4 more; // keep off
uniform mat4 seen;
out vec3 n;
out vec3 p;
out float l;
out vec4 t;
out vec4 k;
void main() {
  p = place;
  n = normal;
  l = light;
  t = told;
  k = more;
  gl_Position = seen * vec4(p, 1.0);
}
