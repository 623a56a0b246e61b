package cn.qingcheng.kit.problem;

import org.eclipse.microprofile.openapi.OASFilter;

/** Documents in OpenAPI what every operation can answer besides success, and who may call it. */
public class ProblemDocumentation implements OASFilter {}
