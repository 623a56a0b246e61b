package cn.qingcheng.platform.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The search over the catalogue, in SQL. Platforms that have every word come first, then those that resemble the words
 * (trigrams, so it works for Chinese, which has no spaces), each by how well they fit and then by code.
 */
@ApplicationScoped
class PlatformSearch {

    private static final int MAX_VALUES_OF_FACET = 50;

    /** How much of the words must be found close together, 0 to 1; at 0.6, PostgreSQL's own, a missing character hides. */
    private static final String SIMILARITY = "0.4";

    /** A hit and what to read on after. */
    record Hit(Platform platform, int score) {}

    /** Where a page begins: after this score and code. */
    record After(int score, String code) {}

    private final EntityManager entities;

    PlatformSearch(EntityManager entities) {
        this.entities = entities;
    }

    List<Hit> hits(PlatformFilter filter, @Nullable After after, int limit) {
        setSimilarity();
        String score = filter.words().isEmpty()
                ? "0"
                : "cast((case when " + everyWord(filter) + " then 1000 else 0 end)"
                        + " + round(1000 * word_similarity(:words, p.search_text)) as int)";
        String sql =
                "select * from (select p.*, " + score + " as score from platform p where " + conditions(filter, null)
                        + ") as p" + (after == null ? "" : " where (-p.score, p.code) > (:score, :code)")
                        + " order by p.score desc, p.code limit :limit";
        Query query = entities.createNativeQuery(sql, "platform-hit");
        bind(query, filter, null);
        if (after != null) {
            query.setParameter("score", -after.score());
            query.setParameter("code", after.code());
        }
        query.setParameter("limit", limit);
        List<Hit> hits = new ArrayList<>();
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            hits.add(new Hit((Platform) columns[0], ((Number) columns[1]).intValue()));
        }
        return hits;
    }

    long count(PlatformFilter filter) {
        setSimilarity();
        Query query = entities.createNativeQuery("select count(*) from platform p where " + conditions(filter, null));
        bind(query, filter, null);
        return ((Number) query.getSingleResult()).longValue();
    }

    /** The values of every facet with their counts; what was chosen of a facet does not narrow that facet itself. */
    Map<Facet, Map<String, Long>> facets(PlatformFilter filter) {
        setSimilarity();
        Map<Facet, Map<String, Long>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            facets.put(facet, values(filter, facet));
        }
        return facets;
    }

    private Map<String, Long> values(PlatformFilter filter, Facet facet) {
        boolean isList = facet == Facet.INDUSTRY;
        Query query = entities.createNativeQuery("select v, count(*) from platform p"
                + (isList
                        ? " cross join unnest(p.industries) as v"
                        : " cross join lateral (select p." + facet.column() + ") as c(v)")
                + " where " + conditions(filter, facet)
                + " group by v order by count(*) desc, v limit " + MAX_VALUES_OF_FACET);
        bind(query, filter, facet);
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            counts.put((String) columns[0], ((Number) columns[1]).longValue());
        }
        return counts;
    }

    private static String conditions(PlatformFilter filter, @Nullable Facet except) {
        List<String> all = new ArrayList<>();
        if (!filter.words().isEmpty()) {
            all.add("((" + everyWord(filter) + ") or :words <% p.search_text)");
        }
        filter.choices().keySet().stream()
                .filter(facet -> facet != except)
                .map(Facet::condition)
                .forEach(all::add);
        return all.isEmpty() ? "true" : String.join(" and ", all);
    }

    private static String everyWord(PlatformFilter filter) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < words(filter).length; i++) {
            conditions.add("p.search_text like :word" + i);
        }
        return String.join(" and ", conditions);
    }

    private static String[] words(PlatformFilter filter) {
        return filter.words().split("\\s+");
    }

    private void setSimilarity() {
        entities.createNativeQuery("select set_config('pg_trgm.word_similarity_threshold', :similarity, true)")
                .setParameter("similarity", SIMILARITY)
                .getSingleResult();
    }

    private static void bind(Query query, PlatformFilter filter, @Nullable Facet except) {
        if (!filter.words().isEmpty()) {
            query.setParameter("words", filter.words());
            String[] words = words(filter);
            for (int i = 0; i < words.length; i++) {
                query.setParameter("word" + i, "%" + words[i].replaceAll("([\\\\%_])", "\\\\$1") + "%");
            }
        }
        filter.choices().forEach((facet, values) -> {
            if (facet == Facet.INDUSTRY && facet != except) {
                query.setParameter(facet.parameter(), values.toArray(String[]::new));
            } else if (facet != except) {
                query.setParameter(facet.parameter(), values);
            }
        });
    }
}
