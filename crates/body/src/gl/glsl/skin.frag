#version 300 es
precision highp float;
in vec3 n;
in vec3 p;
in float l;
in vec4 t;
in vec4 k;
uniform vec3 eye;
uniform vec3 key;
uniform vec3 fill;
uniform vec3 tint;
uniform float solid; // 1: skin, 0: glass
uniform float night; // 1: light on dark, so that marks on glass must be light
uniform float told; // 0: nothing is told of any place
out vec4 colour;

// How much of a pixel lies inside of an edge at one half.
float inside(float field) { return smoothstep(-0.75, 0.75, (field - 0.5) / max(fwidth(field), 1e-4)); }
float edge(float field, float wide) {
  float far = abs(field - 0.5) / max(fwidth(field), 1e-4);
  return 1.0 - smoothstep(wide - 0.7, wide + 0.7, far);
}
// Stripes of so many metres, `full` of it dark.
float stripes(float across, float period, float full) {
  float x = across / period, far = abs(fract(x) - 0.5);
  float w = max(fwidth(x), 1e-4);
  return 1.0 - smoothstep(full * 0.5 - w, full * 0.5 + w, far);
}

void main() {
  vec3 to = normalize(eye - p), out_ = normalize(n);
  float away = 1.0 - max(dot(out_, to), 0.0), away2 = away * away;
  vec3 base = tint;
  float drawn = 0.0;
  if (told > 0.0) {
    float slant = p.y + 0.8 * p.z + 0.6 * p.x, other = p.y - 0.8 * p.z - 0.6 * p.x;

    // where a source is felt: the main area full, beside it in stripes with a broken edge
    vec3 blue = vec3(0.075, 0.085, 0.31);
    float mainly = inside(t.z), beside = inside(t.w) * (1.0 - mainly);
    float marked = mainly * 0.62;
    marked = max(marked, beside * (0.1 + 0.6 * stripes(slant, 0.011, 0.34)));
    float rim = max(edge(t.z, 1.1), edge(t.w, 0.9) * (1.0 - mainly) * stripes(other, 0.012, 0.55)) * 0.9;
    base = mix(mix(base, blue, marked), blue * 0.35, rim);
    marked = max(marked, rim);

    // where it hurts: fuller and closer hatched the worse it is
    float hurts = inside(t.x), grade = t.y * 255.0;
    float period = mix(0.0105, 0.0058, clamp((grade - 1.0) / 2.0, 0.0, 1.0));
    float hatch = stripes(other, period, 0.3) * (grade > 1.5 ? 1.0 : 0.55);
    vec3 red = vec3(0.5, 0.058, 0.042);
    float strong = 0.34 + 0.15 * grade;
    vec3 pain = mix(mix(base, red, strong), red * 0.42, hatch * 0.5);
    float line = edge(t.x, 1.3);
    base = mix(base, pain, hurts);
    base = mix(base, vec3(0.17, 0.012, 0.012), line * 0.85);

    // keep off: crossed
    float off = inside(k.x);
    float crossed = max(stripes(slant, 0.0075, 0.2), stripes(other, 0.0075, 0.2));
    vec3 hatched = mix(vec3(0.015, 0.025, 0.04), vec3(0.6, 0.66, 0.72), night * (1.0 - solid));
    base = mix(base, hatched, off * (0.14 + 0.62 * crossed));
    base = mix(base, hatched, edge(k.x, 1.0) * 0.9);
    drawn = max(max(hurts, line), max(marked, off * max(crossed, 0.35)));
  }

  float lamp = clamp((dot(out_, key) + 0.34) / 1.34, 0.0, 1.0);
  float cool = clamp((dot(out_, fill) + 0.5) / 1.5, 0.0, 1.0);
  float shade = l * l;
  vec3 lit = base * (shade * vec3(0.24, 0.24, 0.25) + mix(0.42, 1.0, shade) * (lamp * vec3(0.82, 0.79, 0.74) + cool * vec3(0.13, 0.14, 0.17)));
  // blood under the skin where it curves away
  lit *= mix(vec3(1.0), vec3(0.93, 0.72, 0.62), away2 * 0.75);
  lit *= 1.0 - 0.45 * away2 * away2;
  float a = 1.0;
  if (solid < 1.0) {
    float glass = mix(0.07, 0.72, pow(away, 2.4));
    a = mix(max(glass, drawn * 0.55), 1.0, solid);
    // on dark its rim is light
    lit += night * (1.0 - solid) * away2 * vec3(0.42, 0.34, 0.29);
  }
  // above the waist it fades, as a drawing that ends there
  a *= 1.0 - smoothstep(0.215, 0.272, p.y);
  colour = vec4(pow(lit, vec3(1.0 / 2.2)) * a, a);
}
