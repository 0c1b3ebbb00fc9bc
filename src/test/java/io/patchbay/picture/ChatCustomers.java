package io.patchbay.picture;

import io.patchbay.grid.GridWindow;
import io.patchbay.model.Interaction;
import java.util.List;
import java.util.Random;

/** Customers who write: begin chats, write and leave; by requests at the platform door. */
record ChatCustomers(Platform platform, GridWindow grid) {
    private static final int AT_ONCE = 6;

    void act(Random random) {
        List<String> chats = chats();
        if (chats.size() < AT_ONCE && random.nextInt(3) > 0) {
            platform.post("/platform/chats", "{\"nickname\":\"Pat\",\"queue\":\"600" + (1 + random.nextInt(2)) + "\"}");
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

    private void act(String chat, String action) {
        platform.post("/platform/interactions/" + chat, action);
    }

    private List<String> chats() {
        return grid.cells().entrySet().stream().filter(cell -> cell.getValue().state() instanceof Interaction interaction
                && interaction.messaging().customer().isPresent()).map(cell -> cell.getKey().id()).toList();
    }
}
