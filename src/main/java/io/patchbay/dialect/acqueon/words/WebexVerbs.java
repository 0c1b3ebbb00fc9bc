package io.patchbay.dialect.acqueon.words;

import java.util.List;

/** The channel Webexcc (acqueon.md 1.5), of which one verb is documented. */
final class WebexVerbs {
    static final List<VerbRow> ROWS = List.of(
            VerbRow.of(Verb.SIGN_IN, "SetUserInfo", "A sign-in", List.of("Agent")),
            VerbRow.of(Verb.LOGIN, "Login", "A login", List.of("Agent")),
            VerbRow.of(Verb.MAKE_CALL, "MakeCall", "A call", List.of("OutboundCall", "Outbound", "InboundCall", "Inbound"))
                    .bare("toAddress"),
            VerbRow.of(Verb.SUBSCRIBE, "Subscribe", "A subscription", List.of(VerbTable.BUS)));

    private WebexVerbs() { }
}
