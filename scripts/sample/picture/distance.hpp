// Distance primitives and noise (the well-known published formulas).
#pragma once

#include "vector.hpp"

static inline f sph(V p, f r) { return len(p) - r; }
static inline f ell(V p, V r) {
  V a = {p.x / r.x, p.y / r.y, p.z / r.z}, b = {a.x / r.x, a.y / r.y, a.z / r.z};
  f k0 = len(a), k1 = len(b);
  return k0 * (k0 - 1) / (k1 + 1e-6f);
}
static inline f cap(V p, V a, V b, f ra, f rb) {           // capsule with linear radius
  V pa = p - a, ba = b - a; f h = sat(dot(pa, ba) / dot(ba, ba));
  return len(pa - ba * h) - mix(ra, rb, h);
}
static inline f rbox(V p, V b, f r) {
  V q = {fabsf(p.x) - b.x + r, fabsf(p.y) - b.y + r, fabsf(p.z) - b.z + r};
  V m = {max(q.x, 0.f), max(q.y, 0.f), max(q.z, 0.f)};
  return len(m) + min(max(q.x, max(q.y, q.z)), 0.f) - r;
}
static inline f hash(int x, int y, int z) {
  unsigned n = (unsigned)x * 374761393u + (unsigned)y * 668265263u + (unsigned)z * 2147483647u;
  n = (n ^ (n >> 13)) * 1274126177u; n ^= n >> 16;
  return (n & 0xffffff) / 16777216.f;
}
static f noise(V p) {
  f fx = floorf(p.x), fy = floorf(p.y), fz = floorf(p.z);
  int X = (int)fx, Y = (int)fy, Z = (int)fz;
  f x = p.x - fx, y = p.y - fy, z = p.z - fz;
  x = x * x * (3 - 2 * x); y = y * y * (3 - 2 * y); z = z * z * (3 - 2 * z);
  f r = mix(mix(mix(hash(X, Y, Z), hash(X + 1, Y, Z), x), mix(hash(X, Y + 1, Z), hash(X + 1, Y + 1, Z), x), y),
            mix(mix(hash(X, Y, Z + 1), hash(X + 1, Y, Z + 1), x), mix(hash(X, Y + 1, Z + 1), hash(X + 1, Y + 1, Z + 1), x), y), z);
  return r * 2 - 1;
}
static f fbm(V p) { return .55f * noise(p) + .28f * noise(p * 2.03f) + .14f * noise(p * 4.1f); }
