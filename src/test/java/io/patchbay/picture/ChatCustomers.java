package io.patchbay.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.grid.GridWindow;
import io.patchbay.model.Interaction;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Visibility;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Customers who write: begin chats and short-message sessions, write and leave; by requests at the platform door. */
record ChatCustomers(Platform platform, GridWindow grid) {
    /** A text that no customer may see. */
    static final String FOR_AGENTS = "For agents.";
    private static final int AT_ONCE = 6;

    void act(Random random) {
        List<String> chats = chats();
        if (chats.size() < AT_ONCE && random.nextInt(3) > 0) {
            String queue = "600" + (1 + random.nextInt(2));
            if (random.nextInt(3) == 0) {
                platform.post("/platform/sms", "{\"from\":\"+1555" + (3000 + random.nextInt(1000)) + "\",\"to\":\"" + queue
                        + "\",\"text\":\"Hi.\"}");
            } else {
                platform.post("/platform/chats", "{\"nickname\":\"Pat\",\"queue\":\"" + queue + "\"}");
            }
        } else if (!chats.isEmpty()) {
            act(chats.get(random.nextInt(chats.size())), switch (random.nextInt(4)) {
                case 0 -> "{\"action\":\"leave\"}";
                case 1 -> "{\"action\":\"typing\",\"on\":true}";
                default -> "{\"action\":\"send\",\"text\":\"Well?\"}";
            });
        }
    }

    /** Everybody leaves. */
    void leave() {
        chats().forEach(chat -> act(chat, "{\"action\":\"leave\"}"));
    }

    /** No customer sees what is for agents only. */
    void checkViews() {
        for (String chat : chats()) {
            platform.get("/platform/interactions/" + chat).ifPresent(view -> {
                assertThat(view.toString()).as("what a customer sees").doesNotContain(FOR_AGENTS);
                Set<Long> hidden = log(chat).stream().filter(entry -> entry.visibility() == Visibility.AGENTS).map(LogEntry::index)
                        .collect(Collectors.toSet());
                view.path("messages").forEach(message ->
                        assertThat(hidden).as("%s", message).doesNotContain(message.path("index").asLong()));
            });
        }
    }

    private List<LogEntry> log(String chat) {
        return grid.cells().entrySet().stream().filter(cell -> cell.getKey().id().equals(chat))
                .flatMap(cell -> cell.getValue().state() instanceof Interaction interaction ? interaction.messaging().log().stream() : null)
                .toList();
    }

    private void act(String chat, String action) {
        platform.post("/platform/interactions/" + chat, action);
    }

    private List<String> chats() {
        return grid.cells().entrySet().stream().filter(cell -> cell.getValue().state() instanceof Interaction interaction
                && interaction.messaging().customer().isPresent()).map(cell -> cell.getKey().id()).toList();
    }
}
