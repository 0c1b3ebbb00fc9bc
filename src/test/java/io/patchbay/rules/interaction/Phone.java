package io.patchbay.rules.interaction;

import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand.Engage;
import io.patchbay.model.AgentCommand.Forget;
import io.patchbay.model.AgentCommand.Release;
import io.patchbay.model.AgentCommand.Reserve;
import io.patchbay.model.AgentCommand.TakeBack;
import io.patchbay.model.AgentId;
import io.patchbay.model.Body;
import io.patchbay.model.Cause;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Destination;
import io.patchbay.model.FollowUp;
import io.patchbay.model.InteractionId;
import io.patchbay.model.OfferCommand.AgentLeft;
import io.patchbay.model.OfferCommand.Alert;
import io.patchbay.model.OfferCommand.Divert;
import io.patchbay.model.OfferCommand.Originate;
import io.patchbay.model.QueueCommand.QueueReserveRefused;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The little of an agent's cell that an interaction sees: one slot, taken and freed, and where calls are forwarded. Keeps account of
 * what it was told in vain; what is for a channel of an earlier session is no concern of this one. Takes nothing back that it has not
 * completed, so that what it is told is about one round only.
 */
final class Phone {

    private enum Phase { RESERVED, ACTIVE, ENDED }

    private final AgentId agent;
    private final Address extension;
    private final Consumer<FollowUp> post;
    private final Map<InteractionId, Phase> work = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private Optional<Destination> forwarding = Optional.empty();
    private boolean signedIn = true;
    private int session = 1;

    Phone(AgentId agent, Address extension, Consumer<FollowUp> post) {
        this.agent = agent;
        this.extension = extension;
        this.post = post;
    }

    Destination.Extension destination() {
        return new Destination.Extension(agent, extension);
    }

    /** Present when it refuses. */
    Optional<Reason> take(Body body) {
        if (body instanceof Reserve r) {
            return reserve(r);
        }
        if (body instanceof Engage e) {
            return change(e.interaction(), e.channel(), body, Phase.RESERVED, Phase.ACTIVE);
        }
        if (body instanceof Release r) {
            Phase now = work.get(r.interaction());
            Phase from = now == Phase.RESERVED ? Phase.RESERVED : Phase.ACTIVE;
            return change(r.interaction(), r.channel(), body, from, r.kept() ? Phase.ENDED : null);
        }
        if (body instanceof TakeBack t) {
            return takeBack(t);
        }
        Forget f = (Forget) body;
        return change(f.interaction(), f.channel(), body, Phase.ENDED, null);
    }

    void dial(InteractionId interaction, Destination to) {
        if (signedIn && isFree() && !work.containsKey(interaction)) {
            work.put(interaction, Phase.ACTIVE);
            Originate originate = new Originate(agent, channel(), extension, to, Cast.TERMS, Map.of());
            post.accept(FollowUp.to(Subject.of(interaction), originate, new TakeBack(interaction, channel(), originate)));
        }
    }

    void signOut() {
        work.keySet().forEach(i -> post.accept(FollowUp.to(Subject.of(i), new AgentLeft(agent, Cause.LOGOUT))));
        work.clear();
        signedIn = false;
        forwarding = Optional.empty();
    }

    void signIn() {
        session += signedIn ? 0 : 1;
        signedIn = true;
    }

    /** As the real one, never to itself. */
    void forward(Optional<Destination> to) {
        forwarding = to.filter(destination -> signedIn && !destination.equals(destination()));
    }

    boolean isFree() {
        return work.values().stream().allMatch(Phase.ENDED::equals);
    }

    List<String> complaints() {
        return complaints;
    }

    private Optional<Reason> reserve(Reserve r) {
        if (!signedIn) {
            return Optional.of(Reason.NOT_SIGNED_IN);
        }
        if (forwarding.isPresent() && r.called().isPresent()) {
            post.accept(FollowUp.to(Subject.of(r.interaction()), new Divert(agent, r.called().get(), forwarding.get())));
            return Optional.empty();
        }
        if (!isFree() || work.containsKey(r.interaction())) {
            return Optional.of(Reason.BUSY);
        }
        work.put(r.interaction(), Phase.RESERVED);
        Alert alert = new Alert(agent, channel(), extension, r.queue());
        post.accept(FollowUp.to(Subject.of(r.interaction()), alert, new TakeBack(r.interaction(), channel(), alert)));
        return Optional.empty();
    }

    /** As the real one, tells the queue; as a refusal, which may come at any turn, unlike what an interaction itself gives back. */
    private Optional<Reason> takeBack(TakeBack t) {
        if (t.ask() instanceof Alert alert && t.channel().equals(channel()) && work.get(t.interaction()) == Phase.RESERVED) {
            alert.queue().ifPresent(q -> post.accept(FollowUp.to(Subject.of(q.queue()),
                    new QueueReserveRefused(t.interaction(), agent, q.place()))));
        }
        return change(t.interaction(), t.channel(), t, t.ask() instanceof Alert ? Phase.RESERVED : Phase.ACTIVE, null);
    }

    private Optional<Reason> change(InteractionId interaction, ChannelId channel, Body told, Phase from, Phase to) {
        if (!channel.equals(channel()) || !signedIn) {
            return Optional.empty();
        }
        if (work.get(interaction) != from) {
            complaints.add(agent + " was told " + told + " but had it " + work.get(interaction));
            return Optional.of(Reason.NOT_MINE);
        }
        if (to == null) {
            work.remove(interaction);
        } else {
            work.put(interaction, to);
        }
        return Optional.empty();
    }

    private ChannelId channel() {
        return new ChannelId("voice-" + agent + session);
    }
}
