// The four people, left to right.
#pragma once

#include "person.hpp"

static Person base() {
  Person P; memset(&P, 0, sizeof P);
  P.scale = 1; P.faceW = P.jawW = P.noseW = P.eye = P.lipU = P.lipL = P.mouthW = P.lash = P.brow = P.neck = P.shoulders = 1; P.smile = .5f;
  P.iris = v3(.10f, .05f, .02f); return P;
}
static Person cast(int i) {
  Person P = base();
  if (i == 0) {        // brown skin, dark wavy hair, mustard turtleneck
    P.skin = v3(.335f, .158f, .086f); P.lip = v3(.30f, .070f, .064f); P.hair = v3(.022f, .012f, .008f); P.hair2 = v3(.085f, .042f, .022f);
    P.cloth = v3(.47f, .205f, .034f); P.iris = v3(.115f, .052f, .020f); P.hairStyle = LONG; P.wear = KNIT;
    P.faceW = .97f; P.jawW = .84f; P.noseW = .92f; P.eye = 1.03f; P.lipU = 1.0f; P.lipL = 1.0f; P.mouthW = 1.05f; P.brow = .82f; P.neck = .84f; P.shoulders = .86f; P.smile = 1.30f; P.chin = -.3f; P.bodyUp = .06f; P.lash = 1.2f; P.freckles = .55f;
  } else if (i == 1) { // fair skin, grey swept hair, navy blazer
    P.skin = v3(.56f, .318f, .222f); P.lip = v3(.46f, .185f, .155f); P.hair = v3(.15f, .14f, .135f); P.hair2 = v3(.42f, .405f, .39f);
    P.cloth = v3(.020f, .034f, .066f); P.cloth2 = v3(.66f, .67f, .69f); P.iris = v3(.075f, .15f, .20f); P.hairStyle = QUIFF; P.wear = BLAZER;
    P.faceW = 1.02f; P.jawW = 1.08f; P.noseW = 1.10f; P.noseL = 1.0f; P.eye = .96f; P.lipU = .72f; P.lipL = .82f; P.mouthW = 1.06f; P.brow = 1.22f; P.neck = 1.06f; P.shoulders = 1.06f; P.smile = 1.0f; P.age = .9f; P.stubble = .34f; P.chin = .5f; P.bodyUp = .11f;
  } else if (i == 2) { // dark skin, short afro, teal hoodie
    P.skin = v3(.175f, .085f, .050f); P.lip = v3(.20f, .075f, .062f); P.hair = v3(.010f, .008f, .007f); P.hair2 = v3(.030f, .022f, .018f);
    P.cloth = v3(.030f, .185f, .180f); P.cloth2 = v3(.72f, .70f, .64f); P.iris = v3(.055f, .026f, .012f); P.hairStyle = AFRO; P.wear = HOODIE;
    P.faceW = .99f; P.jawW = 1.05f; P.noseW = 1.25f; P.eye = 1.0f; P.lipU = 1.25f; P.lipL = 1.2f; P.mouthW = 1.05f; P.brow = 1.1f; P.neck = .98f; P.smile = 1.0f; P.chin = .2f; P.bodyUp = .12f;
  } else {             // light skin, dark bob, coral shirt
    P.skin = v3(.55f, .335f, .225f); P.lip = v3(.47f, .115f, .12f); P.hair = v3(.018f, .016f, .018f); P.hair2 = v3(.075f, .068f, .07f);
    P.cloth = v3(.50f, .10f, .085f); P.cloth2 = v3(.8f, .76f, .7f); P.iris = v3(.060f, .030f, .014f); P.hairStyle = BOB; P.wear = SHIRT;
    P.faceW = .99f; P.jawW = .88f; P.noseW = .98f; P.eye = .98f; P.lipU = .95f; P.lipL = 1.0f; P.mouthW = .92f; P.brow = .8f; P.neck = .82f; P.shoulders = .84f; P.smile = 1.1f; P.age = .25f; P.chin = -.2f; P.bodyUp = .08f; P.lash = 1.4f;
  }
  return P;
}
