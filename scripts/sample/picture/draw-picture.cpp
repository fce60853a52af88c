// Draws the sample interview: 1 to 4 stylised people as signed distance fields, ray marched on one core.
// No photo, no asset, no model, no library. Parameters: README.md beside this file.

#include "cast.hpp"
#include "shade.hpp"

struct Cam { V o, r, u, fw; f tanHalf, aspect; };
static int matte = -1, plate = 0;
static V render(const Cam &C, f u, f v) {
  V rd = norm(C.fw + C.r * (u * C.tanHalf) + C.u * (v * C.tanHalf));
  f t = 5.f; Hit h; bool hit = false;
  for (int i = 0; i < 110; i++) {
    h = mapScene(C.o + rd * t);
    if (h.d < .0009f) { hit = true; break; }
    t += h.d; if (t > 24) break;
  }
  if (!hit && h.d < .012f) hit = true;
  if (matte >= 0) return hit && h.who == matte ? v3(1e3f, 1e3f, 1e3f) : v3(0, 0, 0);
  if (!hit) return background(u, v);
  V p = C.o + rd * t; const Person *P = h.who >= 0 ? &people[h.who] : nullptr;
  switch (h.m) { case SKIN: return shadeSkin(*P, p, rd); case EYE: return shadeEye(*P, p, rd); case HAIR: return shadeHair(*P, p, rd); default:
    return shadeOther(h.m, P, p, rd); }
}
static f film(f x) { x *= .80f; return sat((x * (2.51f * x + .03f)) / (x * (2.43f * x + .59f) + .14f)); }

int main(int argc, char **argv) {
  int W = 1280, H = 720, ss = 2, n = 2, x0 = 0, y0 = 0, x1 = -1, y1 = -1; const char *out = argc > 1 ? argv[1] : "sample.ppm";
  for (int i = 2; i < argc; i++) {
    std::string a = argv[i]; auto e = a.find('='); if (e == std::string::npos) continue; int v = atoi(a.c_str() + e + 1); a = a.substr(0, e);
    if (a == "w") W = v; else if (a == "h") H = v; else if (a == "ss") ss = v; else if (a == "people") n = v; else if (a == "x0") x0 = v; else if (a == "y0") y0 = v; else if (a == "x1") x1 = v; else if (a == "y1") y1 = v; else if (a == "only") only = v; else if (a == "matte") matte = v; else if (a == "plate") plate = v;
  }
  if (plate) only = -2;
  if (x1 < 0) x1 = W; if (y1 < 0) y1 = H;
  const f gap = n <= 2 ? 4.1f : n == 3 ? 3.45f : 3.1f, zoom = n <= 2 ? 1.f : n == 3 ? 1.12f : 1.29f;
  for (int i = 0; i < n; i++) {
    Person P = cast(i); f x = (i - (n - 1) * .5f) * gap, side = n == 1 ? 0 : x / (gap * (n - 1) * .5f);
    P.pos = v3(x, .52f + (i % 2 ? .12f : -.06f), -.35f * (1 - fabsf(side)) * (n > 2) + .0f);
    P.yaw = -.29f * side + (fabsf(side) < .4f ? .12f * (i % 2 ? -1 : 1) : 0); P.bodyYaw = -.44f * side; P.pitch = i == 0 ? -.02f : .03f; P.roll = (i % 2 ? .035f : -.05f);
    P.gazeX = -.10f * side; P.gazeY = -.01f;
    prepare(P); people.push_back(P);
    mics.push_back(v3(x * .80f - side * .12f, -1.86f, 1.75f));
  }
  if (n <= 2) { mugs.push_back(v3(-.80f, tableY, 1.55f)); mugs.push_back(v3(.62f, tableY, 1.75f)); }
  Cam C; C.o = v3(0, .55f, 14.f); V tgt = v3(0, -.66f + .02f * (zoom - 1), 0); C.fw = norm(tgt - C.o); C.r = norm(cross(C.fw, v3(0, 1, 0))); C.u = cross(C.r, C.fw);
  C.tanHalf = 2.78f / 14.f * zoom; C.aspect = (f)W / H;
  int w = x1 - x0, h = y1 - y0; std::vector<unsigned char> img(w * h * 3);
  for (int y = y0; y < y1; y++) for (int x = x0; x < x1; x++) {
    V acc = v3(0, 0, 0);
    for (int j = 0; j < ss; j++) for (int i = 0; i < ss; i++) {
      f px = x + (i + .5f) / ss, py = y + (j + .5f) / ss;
      V c = render(C, (px / W * 2 - 1) * C.aspect, 1 - py / H * 2);
      acc = acc + v3(film(c.x), film(c.y), film(c.z));                  // tone map before averaging: clean edges
    }
    acc = acc * (1.f / (ss * ss));
    f u = (x + .5f) / W * 2 - 1, v = (y + .5f) / H * 2 - 1; f vig = matte >= 0 ? 1 : 1 - .20f * powf((u * u + v * v) * .5f, 1.3f);
    f gr = matte >= 0 ? 0 : (hash(x, y, 7) - .5f) * .010f;
    f ch[3] = {acc.x, acc.y, acc.z};
    for (int k = 0; k < 3; k++) img[((y - y0) * w + x - x0) * 3 + k] = (unsigned char)(255 * sat((matte >= 0 ? sat(ch[k]) : powf(sat(ch[k] * vig), 1 / 2.2f)) + gr) + .5f);
  }
  FILE *fp = fopen(out, "wb"); fprintf(fp, "P6\n%d %d\n255\n", w, h); fwrite(img.data(), 1, img.size(), fp); fclose(fp);
  return 0;
}
