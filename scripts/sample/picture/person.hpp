// What one person looks like and where the head is.
#pragma once

#include "distance.hpp"

enum Hair { QUIFF, LONG, AFRO, BOB };
enum Wear { BLAZER, KNIT, HOODIE, SHIRT };
struct Person {
  V pos; f yaw, pitch, roll, bodyYaw, scale;      // where the head is and how it is turned
  V skin, lip, hair, hair2, cloth, cloth2, iris;  // colours (linear)
  int hairStyle, wear;
  f faceW, jawW, chin, noseW, noseL, eye, lipU, lipL, mouthW, lash, freckles, brow, smile, age, stubble, neck, shoulders, bodyUp, gazeX, gazeY;
  f cy, sy, cp, sp, cr, sr, by, bs;               // filled by prepare()
};
static std::vector<Person> people;
static const f MOUTH_Y = -.635f, EYE_X = .302f, EYE_Y = .075f, EYE_Z = .545f, EYE_R = .19f;

static void prepare(Person &P) {
  P.cy = cosf(P.yaw); P.sy = sinf(P.yaw); P.cp = cosf(P.pitch); P.sp = sinf(P.pitch);
  P.cr = cosf(P.roll); P.sr = sinf(P.roll); P.by = cosf(P.bodyYaw); P.bs = sinf(P.bodyYaw);
}
static inline V toHead(const Person &P, V p) {                 // world -> head space (pivot at the neck)
  V q = (p - P.pos) * (1 / P.scale) + v3(0, 1.1f, .2f);
  q = rotY(q, P.cy, P.sy); q = rotX(q, P.cp, P.sp); q = rotZ(q, P.cr, P.sr);
  return q - v3(0, 1.1f, .2f);
}
static inline V toBody(const Person &P, V p) {
  V q = (p - P.pos) * (1 / P.scale) + v3(0, 0, .25f);
  return rotY(q, P.by, P.bs) - v3(0, P.bodyUp, .25f);
}
