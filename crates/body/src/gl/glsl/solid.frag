#version 300 es
precision highp float;
in vec3 n;
in vec3 p;
in vec3 m;
uniform vec3 eye;
uniform vec3 key; // towards the lamp
uniform vec3 fill;
uniform vec4 tint; // colour, and how strongly fibres show
uniform float glow; // marks are hardly shaded
out vec4 colour;

float wave(float x) {
  float i = floor(x), f = fract(x);
  f = f * f * (3.0 - 2.0 * f);
  float a = fract(sin(i * 127.1) * 43758.5453), b = fract(sin((i + 1.0) * 127.1) * 43758.5453);
  return mix(a, b, f);
}

void main() {
  vec3 to = normalize(eye - p);
  vec3 out_ = normalize(n);
  float facing = dot(out_, to);
  if (facing < 0.0) { out_ = -out_; facing = -facing; }
  vec3 base = tint.rgb;
  float shine = 0.06;
  if (tint.a > 0.0) {
    float wander = 0.35 * sin(m.z * 7.0 + m.y * 31.0);
    float bundle = wave(m.y * 34.0 + wander), thread = wave(m.y * 150.0 + wander * 3.0);
    float groove = smoothstep(0.0, 0.22, abs(bundle - 0.42));
    base *= mix(1.0, 0.62 + 0.3 * bundle + 0.22 * thread, tint.a) * mix(1.0 - 0.35 * tint.a, 1.0, groove);
    // thin light lines that show the way, but where they would lie close and hide it
    float row = m.y * 15.0, wide = max(fwidth(row), 1e-4), line = abs(fract(row) - 0.5) / wide;
    base = mix(base, vec3(0.83, 0.66, 0.52), tint.a * 0.42 * (1.0 - smoothstep(0.3, 1.0, line)) * (1.0 - smoothstep(0.1, 0.22, wide)));
    // tendon at both ends, ragged
    float ragged = 0.055 * (wave(m.y * 60.0) - 0.5);
    float end = max(1.0 - smoothstep(0.015, 0.085, m.z + ragged), smoothstep(0.84, 0.97, m.z + 2.0 * ragged));
    base = mix(base, vec3(0.72, 0.64, 0.54) * (0.8 + 0.25 * thread), end * 0.9);
    shine = 0.1;
  }
  float light = m.x;
  float lamp = clamp((dot(out_, key) + 0.3) / 1.3, 0.0, 1.0);
  float cool = clamp((dot(out_, fill) + 0.5) / 1.5, 0.0, 1.0);
  vec3 lit = base * (light * vec3(0.2, 0.21, 0.23) + mix(0.55, 1.0, light) * (lamp * vec3(0.88, 0.84, 0.77) + cool * vec3(0.13, 0.15, 0.19)));
  float gloss = max(dot(out_, normalize(key + to)), 0.0);
  gloss *= gloss * gloss;
  gloss *= gloss;
  gloss *= gloss;
  lit += shine * light * gloss * gloss;
  // a thin dark edge, as an engraver draws it
  float away = 1.0 - facing;
  lit *= 1.0 - 0.5 * away * away * away;
  colour = vec4(pow(mix(lit, base, glow), vec3(1.0 / 2.2)), 1.0);
}
