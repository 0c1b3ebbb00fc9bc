package io.patchbay.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML file whose values know their lines. Collects the problems of all values. */
record YamlFile(Path path, List<Problem> problems) {

    /** The mapping in the file. Empty, with a problem, if the file is not a mapping. */
    YamlMap read(String... keys) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(path.toString()).build();
            Optional<Node> root = new Compose(settings).composeString(Files.readString(path));
            if (root.isEmpty()) {
                problems.add(new Problem(path.toString(), "", null, "the file is empty. Expected are the keys " + String.join(", ", keys)));
            }
            return root.map(node -> YamlMap.of(this, "", node, keys)).orElseGet(() -> YamlMap.none(this));
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark().map(mark -> path + ":" + (mark.getLine() + 1)).orElse(path.toString());
            problems.add(new Problem(where, "", null, "is not valid YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            problems.add(new Problem(path.toString(), "", null, "is not valid YAML: " + e.getMessage()));
        } catch (CharacterCodingException e) {
            problems.add(new Problem(path.toString(), "", null, "the file must be UTF-8 text"));
        } catch (IOException e) {
            problems.add(new Problem(path.toString(), "", null, "the file does not exist or cannot be read"));
        }
        return YamlMap.none(this);
    }

    String where(Node node) {
        return node.getStartMark().map(mark -> path + ":" + (mark.getLine() + 1)).orElse(path.toString());
    }

    void refuse(Node node, String key, String value, String expected) {
        problems.add(new Problem(where(node), key, value, expected));
    }
}
