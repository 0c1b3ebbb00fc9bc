package io.patchbay.golden;

/** The transcripts over TCP. */
class HarmonyGoldenTcpTest extends GoldenTest {
    HarmonyGoldenTcpTest() {
        super(Library.harmony(), GoldenDoor.TCP);
    }
}
