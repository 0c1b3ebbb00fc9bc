package io.patchbay;

public final class Gateway {
    private Gateway() { }
}
