package io.patchbay.golden;

/** The transcripts over POST. */
class HarmonyGoldenPostTest extends HarmonyGoldenTest {
    HarmonyGoldenPostTest() {
        super(GoldenDoor.POST);
    }
}
