/** What the tests of several features need. */
package cn.qingcheng.talent;
