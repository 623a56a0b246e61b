package cn.qingcheng.subsidy.eligibility;

import cn.qingcheng.subsidy.rule.Fact;
import cn.qingcheng.subsidy.rule.FactSupplier;
import java.util.Locale;
import java.util.ResourceBundle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fact nobody has supplied yet, and who must. */
public record MissingFactResponse(
        @Schema(examples = "employmentRegionCode") String fact,
        FactSupplier supplier,
        @Schema(examples = "就业地区：由用人单位申报") String text) {

    static MissingFactResponse from(Fact fact, Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "messages/facts",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MissingFactResponse(fact.variable(), fact.supplier(), texts.getString(fact.name()));
    }
}
