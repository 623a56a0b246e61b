package cn.qingcheng.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {

    @Property(tries = 200)
    void theKeysComeBackWhateverIsInThem(
            @ForAll @Size(max = 5)
                    List<
                                    @StringLength(max = 20) @AlphaChars @Chars({':', '/', '0', '9'})
                                    @CharRange(from = '\u4e00', to = '\u9fff') String>
                            keys) {
        PageToken token = PageToken.of(keys.toArray(String[]::new));

        assertThat(PageToken.parse(token.value())).isEqualTo(keys);
        assertThat(token.value()).matches("[A-Za-z0-9_-]*");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void noTokenIsTheFirstPage(String token) {
        assertThat(PageToken.parse(token)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "bm9wZQ", "OTk6YQ", "LTE6YQ", "_____w", "eA"})
    void anythingElseIsRefused(String token) {
        assertRefused(token);
    }

    @Test
    void anEndlessTokenIsRefused() {
        assertRefused("A".repeat(1025));
    }

    @Test
    void aPageTellsWhetherMoreFollow() {
        Page<String> first = Page.of(List.of("a", "b", "c"), 2, PageToken::of);
        Page<String> last = Page.of(List.of("c"), 2, PageToken::of);

        assertThat(first.items()).containsExactly("a", "b");
        assertThat(PageToken.parse(first.nextPageToken())).containsExactly("b");
        assertThat(last.items()).containsExactly("c");
        assertThat(last.nextPageToken()).isNull();
    }

    @Test
    void aTokenOfAnotherCollectionIsRefusedWhereItsKeyDoesNotFit() {
        UUID id = UUID.fromString("01990c4e-7c1a-7000-8000-000000000000");

        assertThat(query(PageToken.of(id.toString()).value()).afterId()).isEqualTo(id);
        assertThat(query(PageToken.of("12").value()).afterNumber()).isEqualTo(12);
        assertThat(query(null).afterId()).isNull();
        assertThat(query(null).afterNumber()).isNull();
        assertBad(() -> query(PageToken.of("Q1-0001").value()).afterId());
        assertBad(() -> query(PageToken.of("Q1-0001").value()).afterNumber());
    }

    private static PageQuery query(@Nullable String token) {
        return PageQuery.of(null, token);
    }

    private static void assertRefused(String token) {
        assertBad(() -> PageToken.parse(token));
    }

    private static void assertBad(ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .containsExactly(InputError.of("?pageToken", "BAD_PAGE_TOKEN")));
    }
}
