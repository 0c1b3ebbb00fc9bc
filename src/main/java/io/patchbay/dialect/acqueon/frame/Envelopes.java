package io.patchbay.dialect.acqueon.frame;

import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Directory;
import java.util.List;

/** The envelopes of one agent on one channel. Keeps nothing, so that all connections may share it. */
public final class Envelopes {
    private final ChannelEncoder encoder;

    private Envelopes(ChannelEncoder encoder) {
        this.encoder = encoder;
    }

    public static Envelopes of(Flavour flavour, AgentEntry agent, Directory directory) {
        return new Envelopes(switch (flavour) {
            case CISCO -> new CiscoEncoder(agent, directory);
            case AMAZON -> new AmazonEncoder(agent, directory);
            case WEBEX -> new WebexEncoder(agent);
        });
    }

    public List<AcqueonEvent> of(List<Notice> notices) {
        return notices.stream().flatMap(notice -> of(notice).stream()).toList();
    }

    public List<AcqueonEvent> of(Notice notice) {
        return notice.words().in(encoder).stream().map(event -> event.causedBy(notice.cause())).toList();
    }
}
