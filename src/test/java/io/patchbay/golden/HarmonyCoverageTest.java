package io.patchbay.golden;

class HarmonyCoverageTest extends CoverageTest {
    HarmonyCoverageTest() {
        super(Library.harmony(), "(harmony\\.md 2\\.[1-5]|CHOREOGRAPHY B[1-7]) .*");
    }
}
