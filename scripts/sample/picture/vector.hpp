// Small vector maths.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

using std::max;
using std::min;
typedef float f;

struct V { f x, y, z; };
static inline V v3(f x, f y, f z) { return {x, y, z}; }
static inline V operator+(V a, V b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
static inline V operator-(V a, V b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
static inline V operator*(V a, f s) { return {a.x * s, a.y * s, a.z * s}; }
static inline V operator*(V a, V b) { return {a.x * b.x, a.y * b.y, a.z * b.z}; }
static inline f dot(V a, V b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
static inline f len(V a) { return sqrtf(dot(a, a)); }
static inline V norm(V a) { return a * (1.f / sqrtf(dot(a, a) + 1e-20f)); }
static inline V cross(V a, V b) { return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x}; }
static inline f clampf(f x, f a, f b) { return x < a ? a : x > b ? b : x; }
static inline f sat(f x) { return clampf(x, 0, 1); }
static inline f mix(f a, f b, f t) { return a + (b - a) * t; }
static inline V mix(V a, V b, f t) { return a + (b - a) * t; }
static inline f sstep(f a, f b, f x) { f t = sat((x - a) / (b - a)); return t * t * (3 - 2 * t); }
static inline f gauss(f x, f s) { x /= s; return expf(-x * x); }
static inline f smin(f a, f b, f k) { f h = max(k - fabsf(a - b), 0.f) / k; return min(a, b) - h * h * k * .25f; }
static inline f smax(f a, f b, f k) { return -smin(-a, -b, k); }
static inline V rotY(V p, f c, f s) { return {c * p.x - s * p.z, p.y, s * p.x + c * p.z}; }
static inline V rotX(V p, f c, f s) { return {p.x, c * p.y - s * p.z, s * p.y + c * p.z}; }
static inline V rotZ(V p, f c, f s) { return {c * p.x - s * p.y, s * p.x + c * p.y, p.z}; }
