package io.patchbay.golden;

/** The transcripts over POST. */
class HarmonyGoldenPostTest extends GoldenTest {
    HarmonyGoldenPostTest() {
        super(Library.harmony(), GoldenDoor.POST);
    }
}
