package io.patchbay.commands;

import io.patchbay.reading.JsonType;

/** A member of a command's target or arguments. */
record Parameter(String name, JsonType<?> type, boolean required) {

    static final Parameter INTERACTION = text("interaction");
    static final Parameter CALL = text("call");
    static final Parameter CHANNEL = text("channel");
    static final Parameter GROUP = text("group");
    static final Parameter ON_BEHALF_OF = text("onBehalfOf").optional();
    static final Parameter OUTBOUND_SKILL = text("outboundSkill").optional();
    static final Parameter TO = text("to");
    static final Parameter DATA = of("data", JsonType.PAIRS).optional();

    static Parameter text(String name) {
        return new Parameter(name, JsonType.TEXT, true);
    }

    static Parameter of(String name, JsonType<?> type) {
        return new Parameter(name, type, true);
    }

    Parameter optional() {
        return new Parameter(name, type, false);
    }
}
