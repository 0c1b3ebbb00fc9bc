package io.patchbay.golden;

/** The transcripts whose turn it is over POST. */
class HarmonyGoldenPostTest extends HarmonyGoldenTest {
    HarmonyGoldenPostTest() {
        super(GoldenDoor.POST);
    }
}
