#version 300 es
precision highp float;
layout(location = 0) in vec3 place;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec3 more; // light of the sky; fibre, along
uniform mat4 seen;
uniform vec4 at; // moved by, and so many times as large
uniform float mirror; // -1 for the left half
out vec3 n;
out vec3 p;
out vec3 m;
void main() {
  vec3 side = vec3(1.0, 1.0, mirror);
  p = place * side * at.w + at.xyz;
  n = normal * side;
  m = more;
  gl_Position = seen * vec4(p, 1.0);
}
