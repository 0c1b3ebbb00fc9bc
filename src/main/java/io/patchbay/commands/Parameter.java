package io.patchbay.commands;

import io.patchbay.reading.Form;

/** A member of a command's target or arguments. */
record Parameter(String name, Form<?> form, boolean required) {

    static final Parameter INTERACTION = text("interaction");
    static final Parameter CALL = text("call");
    static final Parameter CHANNEL = text("channel");
    static final Parameter GROUP = text("group");
    static final Parameter ON_BEHALF_OF = text("onBehalfOf").optional();
    static final Parameter OUTBOUND_SKILL = text("outboundSkill").optional();
    static final Parameter TO = text("to");
    static final Parameter DATA = of("data", Form.PAIRS).optional();

    static Parameter text(String name) {
        return new Parameter(name, Form.TEXT, true);
    }

    static Parameter of(String name, Form<?> form) {
        return new Parameter(name, form, true);
    }

    Parameter optional() {
        return new Parameter(name, form, false);
    }
}
