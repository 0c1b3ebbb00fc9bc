package io.patchbay.dialect.harmony;

import io.patchbay.door.Replicas;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.CallEvent.Established.Form;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Interaction.Direction;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import java.util.List;
import java.util.Optional;

/** Replicas to send requests in: ana with a group and a channel that stands alone, without or with a customer's call. */
final class SampleReplicas {
    static final ChannelId ALONE = new ChannelId("D");

    private SampleReplicas() { }

    static Replicas idle() {
        return watcher().now();
    }

    static Replicas talking() {
        return watcher().given(Sample.created(Direction.INBOUND), Sample.customerCalls(), Sample.queued(),
                Sample.offered(Sample.AT_ANA), Sample.established(Sample.AT_ANA, Form.ANSWERED)).now();
    }

    /** A call of ana's own. */
    static Replicas dialled() {
        return watcher().given(Sample.created(Direction.OUTBOUND), Sample.anaDials(Sample.OUTSIDE)).now();
    }

    /** A path with the ids of the sample; the first segment is the session. */
    static String target(Desktop desktop, String path) {
        return desktop.session() + path.replace(".K", "." + Sample.K).replace(".I", "." + Sample.I);
    }

    private static Watcher watcher() {
        Channel chat = Channel.created(ALONE, Optional.empty(), Medium.CHAT, "*", List.of(Sample.SALES, Sample.SUPPORT), Sample.NOW);
        return new Watcher(Sample.ANA).given(Sample.signedIn())
                .given(new AgentEvent.ChannelAdded(chat), Sample.becomes(Presence.INACTIVE, Presence.NOT_READY));
    }
}
