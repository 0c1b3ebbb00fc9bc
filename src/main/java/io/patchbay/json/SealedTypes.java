package io.patchbay.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import io.patchbay.model.Inner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the sealed hierarchies, so the model needs no annotations. */
final class SealedTypes extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private final boolean withInner;

    /** @param withInner whether members marked {@link Inner} are included */
    SealedTypes(boolean withInner) {
        this.withInner = withInner;
    }

    @Override
    public boolean hasIgnoreMarker(AnnotatedMember member) {
        return !withInner && member.hasAnnotation(Inner.class) || super.hasIgnoreMarker(member);
    }

    @Override
    public TypeResolverBuilder<?> findTypeResolver(MapperConfig<?> config, AnnotatedClass type, JavaType base) {
        return type.getRawType().isSealed() && type.getRawType().isInterface()
                ? new StdTypeResolverBuilder().init(JsonTypeInfo.Id.NAME, null).inclusion(JsonTypeInfo.As.PROPERTY).typeProperty("type")
                : super.findTypeResolver(config, type, base);
    }

    @Override
    public List<NamedType> findSubtypes(Annotated type) {
        if (!type.getRawType().isSealed()) {
            return super.findSubtypes(type);
        }
        List<NamedType> leaves = new ArrayList<>();
        collect(type.getRawType(), leaves);
        return leaves;
    }

    private static void collect(Class<?> type, List<NamedType> leaves) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                collect(permitted, leaves);
            } else {
                String name = permitted.getSimpleName();
                leaves.add(new NamedType(permitted, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)));
            }
        }
    }

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
        for (int i = 0; i < values.length; i++) {
            names[i] = camelCase(values[i].name());
        }
        return names;
    }

    private static String camelCase(String constant) {
        String[] parts = constant.toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            name.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
        }
        return name.toString();
    }
}
