package io.patchbay.golden;

/** The transcripts over TCP. */
class HarmonyGoldenTcpTest extends HarmonyGoldenTest {
    HarmonyGoldenTcpTest() {
        super(GoldenDoor.TCP);
    }
}
