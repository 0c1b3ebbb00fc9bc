package io.patchbay.golden;

/** The transcripts whose turn it is over TCP. */
class HarmonyGoldenTcpTest extends HarmonyGoldenTest {
    HarmonyGoldenTcpTest() {
        super(GoldenDoor.TCP);
    }
}
