package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.harmony.request.HarmonyReplies;
import io.patchbay.dialect.harmony.request.HarmonyRequest;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.door.session.BindReply;
import io.patchbay.door.session.SessionConnection;
import io.patchbay.model.Outcome;
import java.util.function.Function;

/** Answers prepareSession and bindSession. @param success the reply, given whether everything is told anew */
record HarmonyBindReply(HarmonyClient client, HarmonyRequest request, HarmonyReplies replies, Function<Boolean, ObjectNode> success)
        implements BindReply<HarmonySession> {

    @Override
    public void bound(SessionConnection<HarmonySession> connection) {
        client.bind(connection);
    }

    @Override
    public void done(boolean reset) {
        client.send(success.apply(reset));
    }

    @Override
    public void refused(Outcome.Refused why) {
        client.send(replies.failure(request, HarmonyCode.of(why.reason()), why.detail()));
    }

    @Override
    public void follows(HarmonySession older) {
        client.bound().ifPresent(connection -> connection.client().addressBook().goOnAfter(older.addressBook()));
    }
}
