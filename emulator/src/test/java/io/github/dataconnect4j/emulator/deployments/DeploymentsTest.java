package io.github.dataconnect4j.emulator.deployments;

import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.FACTORY;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.GROUP;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.SUBSCRIPTION;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.TENANT;
import static io.github.dataconnect4j.emulator.arm.EmulatedAzure.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dataconnect4j.emulator.arm.Caller;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure;
import io.github.dataconnect4j.emulator.arm.EmulatedAzure.Reply;
import io.github.dataconnect4j.emulator.arm.FakeTenant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentsTest {

  private static final String DEPLOYMENT =
      GROUP + "/providers/Microsoft.Resources/deployments/first";
  private static final String VERSION = "?api-version=2021-04-01";

  /** Features of Microsoft's own templates, as the Azure CLI sends such a file. */
  private static final String FACTORY_TEMPLATE =
      """
      {"properties": {"mode": "Incremental", "parameters": {"AppSecret": {"value": "do-not-show"},
       "Principal": {"value": "PRINCIPAL"}, "Table": {"value": "BasicDataSet_v0.Message_v1 mail"}},
       template:{
        // what the file says
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0",
        "parameters": {
          "AppSecret": {"type": "securestring", "metadata": {"description": "x"}},
          "Principal": {"type": "string", "metadata": "text where an object is usual"},
          "Table": {"type": "string", "allowedValues": ["BasicDataSet_v0.Message_v1 mail"]},
          "WithRole": {"type": "bool", "defaultValue": true}
        },
        "variables": {
          "account": "[concat('astore', uniqueString(resourceGroup().id))]",
          "factory": "[concat('M365-', uniqueString(resourceGroup().id))]",
          "table": "[split(parameters('Table'), ' ')[0]]"
        },
        "resources": [
          {"type": "Microsoft.Storage/storageAccounts/blobServices/containers",
           "apiVersion": "2021-01-01",
           "name": "[concat(variables('account'), '/default/datasets')]",
           "dependsOn": [
             "[resourceId('Microsoft.Storage/storageAccounts/blobServices', variables('account'), 'default')]"],
           "properties": {"publicAccess": "None"}},
          {"type": "Microsoft.Storage/storageAccounts/blobServices", "apiVersion": "2021-01-01",
           "name": "[concat(variables('account'), '/default')]",
           "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', variables('account'))]"],
           "sku": {"name": "Standard_RAGRS"}, "properties": {}},
          {"type": "Microsoft.Storage/storageAccounts", "apiVersion": "2021-01-01",
           "name": "[variables('account')]", "location": "eastus2", "kind": "StorageV2",
           "sku": {"name": "Standard_RAGRS", "tier": "Standard"}, "properties": {}},
          {"condition": "[equals(parameters('WithRole'), true())]",
           "type": "Microsoft.Storage/storageAccounts/providers/roleAssignments",
           "apiVersion": "2018-07-01",
           "name": "[concat(variables('account'), '/Microsoft.Authorization/', guid(subscription().subscriptionId))]",
           "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts/', variables('account'))]"],
           "properties": {
             "roleDefinitionId": "[concat('/subscriptions/', subscription().subscriptionId, '/providers/Microsoft.Authorization/roleDefinitions/', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')]",
             "principalId": "[parameters('Principal')]"}},
          {"name": "[variables('factory')]", "type": "Microsoft.DataFactory/factories",
           "apiVersion": "2018-06-01", "location": "East US 2", "comments": "not sent",
           "identity": {"type": "SystemAssigned"},
           "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts/', variables('account'))]"],
           "resources": [
             {"name": "[concat(variables('factory'), '/Mail')]",
              "type": "Microsoft.DataFactory/factories/datasets", "apiVersion": "2018-06-01",
              "properties": {"type": "Office365Table",
                "linkedServiceName": {"referenceName": "M365", "type": "LinkedServiceReference"},
                "typeProperties": {"tableName": "[variables('table')]"}},
              "dependsOn": ["M365", "[resourceId('Microsoft.DataFactory/factories', variables('factory'))]"]},
             {"name": "[concat(variables('factory'), '/M365')]",
              "type": "Microsoft.DataFactory/factories/linkedServices", "apiVersion": "2018-06-01",
              "properties": {"type": "Office365", "typeProperties": {
                "office365TenantId": "[subscription().tenantId]",
                "servicePrincipalKey": {"type": "SecureString", "value": "[parameters('AppSecret')]"}}},
              "dependsOn": ["[resourceId('Microsoft.DataFactory/factories', variables('factory'))]"]}
           ]}
        ],
        "outputs": {
          "account": {"type": "string", "value": "[variables('account')]"},
          "factory": {"type": "string", "value": "[variables('factory')]"}
        }
      }}}
      """
          .replace("PRINCIPAL", FakeTenant.APP_PRINCIPAL)
          .replace("\n", "\r\n");

  private final EmulatedAzure azure = EmulatedAzure.withLanding();

  private static String template(String parameters, String resources, String outputs) {
    return "{\"properties\":{\"mode\":\"Incremental\",\"template\":{\"parameters\":"
        + parameters
        + ",\"resources\":["
        + resources
        + "],\"outputs\":"
        + outputs
        + "}}}";
  }

  private Reply put(String body) {
    return azure.sendAsIs("PUT", DEPLOYMENT + VERSION, body);
  }

  private Reply done(Reply put) {
    assertThat(put.status()).isEqualTo(201);
    String operation = put.headers().get("Azure-AsyncOperation");
    azure.follow(operation);
    return azure.follow(operation);
  }

  private Reply get() {
    return azure.send("GET", DEPLOYMENT + VERSION, "");
  }

  @Nested
  class ATemplate {

    @Test
    void isDeployedAsTheCommandLineSendsIt() {
      Reply put = put(FACTORY_TEMPLATE);

      assertThat(put.status()).isEqualTo(201);
      assertThat(put.headers()).containsEntry("Retry-After", "1");
      assertThat(put.text("/properties/provisioningState")).isEqualTo("Accepted");
      Reply early = azure.follow(put.headers().get("Azure-AsyncOperation"));
      assertThat(early.text("/status")).isEqualTo("Running");
      assertThat(early.headers()).containsEntry("Retry-After", "1");
      assertThat(azure.follow(put.headers().get("Azure-AsyncOperation")).text("/status"))
          .isEqualTo("Succeeded");

      Reply made = get();
      assertThat(made.text("/properties/provisioningState")).isEqualTo("Succeeded");
      assertThat(made.text("/properties/outputs/account/value")).matches("astore[a-z2-7]{13}");
      assertThat(made.body().toString()).doesNotContain("do-not-show");
      assertThat(made.text("/properties/parameters/AppSecret/type")).isEqualTo("securestring");
    }

    @Test
    void makesEachOfItsResources() {
      done(put(FACTORY_TEMPLATE));

      Reply made = get();
      String account =
          GROUP
              + "/providers/Microsoft.Storage/storageAccounts/"
              + made.text("/properties/outputs/account/value");
      String factory =
          GROUP
              + "/providers/Microsoft.DataFactory/factories/"
              + made.text("/properties/outputs/factory/value");
      assertThat(azure.get(account, "2025-06-01").text("/location")).isEqualTo("eastus2");
      assertThat(azure.get(account + "/blobServices/default/containers/datasets", "2025-06-01"))
          .extracting(Reply::status)
          .isEqualTo(200);
      assertThat(
              azure
                  .get(account + "/providers/Microsoft.Authorization/roleAssignments", "2022-04-01")
                  .body()
                  .findValuesAsText("principalId"))
          .contains(FakeTenant.APP_PRINCIPAL);
      assertThat(azure.get(factory, "2018-06-01").text("/identity/principalId")).isNotEmpty();
      assertThat(
              azure
                  .get(factory + "/datasets/Mail", "2018-06-01")
                  .text("/properties/typeProperties/tableName"))
          .isEqualTo("BasicDataSet_v0.Message_v1");
      Reply linked = azure.get(factory + "/linkedservices/M365", "2018-06-01");
      assertThat(linked.text("/properties/typeProperties/office365TenantId")).isEqualTo(TENANT);
      assertThat(linked.body().toString()).doesNotContain("do-not-show");
    }

    @Test
    void leavesOutWhatItsConditionRefuses() {
      done(put(FACTORY_TEMPLATE.replace("\"defaultValue\": true", "\"defaultValue\": false")));

      assertThat(get().body().at("/properties/outputResources").toString())
          .doesNotContain("roleAssignments")
          .contains("linkedServices");
    }

    @Test
    void makesASynapseWorkspaceAndWhatIsInIt() {
      String child =
          "{\"type\":\"Microsoft.Synapse/workspaces/TYPE\",\"apiVersion\":\"2021-06-01\","
              + "\"name\":\"gdc-ws/NAME\",\"dependsOn\":["
              + "\"[resourceId('Microsoft.Synapse/workspaces', 'gdc-ws')]\"],\"properties\":BODY}";
      String resources =
          String.join(
              ",",
              child
                  .replace("TYPE", "firewallRules")
                  .replace("NAME", "all")
                  .replace("BODY", "{\"startIpAddress\":\"0.0.0.0\",\"endIpAddress\":\"0.0.0.0\"}"),
              child
                  .replace("TYPE", "auditingSettings")
                  .replace("NAME", "Default")
                  .replace("BODY", "{\"state\":\"Disabled\"}"),
              child
                  .replace("TYPE", "extendedAuditingSettings")
                  .replace("NAME", "Default")
                  .replace("BODY", "{\"state\":\"Disabled\"}"),
              child
                  .replace("TYPE", "bigDataPools")
                  .replace("NAME", "pool")
                  .replace("BODY", "{\"nodeSize\":\"Medium\"}"),
              child
                  .replace("TYPE", "integrationruntimes")
                  .replace("NAME", "AutoResolveIntegrationRuntime")
                  .replace("BODY", "{\"type\":\"Managed\"}"),
              "{\"type\":\"Microsoft.Synapse/workspaces\",\"apiVersion\":\"2021-06-01\","
                  + "\"name\":\"gdc-ws\",\"location\":\"westeurope\",\"properties\":{"
                  + "\"defaultDataLakeStorage\":{\"accountUrl\":"
                  + "\"https://gdcacct.dfs.core.windows.net\",\"filesystem\":\"gdc\"}}}");

      assertThat(done(put(template("{}", resources, "{}"))).text("/status")).isEqualTo("Succeeded");

      assertThat(azure.get(WORKSPACE, "2021-06-01").text("/properties/provisioningState"))
          .isEqualTo("Succeeded");
      assertThat(
              azure
                  .get(WORKSPACE + "/bigDataPools/pool", "2021-06-01")
                  .text("/properties/nodeSize"))
          .isEqualTo("Medium");
      assertThat(
              azure
                  .get(WORKSPACE + "/auditingSettings/Default", "2021-06-01")
                  .text("/properties/state"))
          .isEqualTo("Disabled");
      assertThat(azure.get(WORKSPACE + "/bigDataPools", "2021-06-01").body().path("value"))
          .hasSize(1);
      assertThat(azure.send("DELETE", WORKSPACE + "/bigDataPools/pool?api-version=2021-06-01", ""))
          .extracting(Reply::status)
          .isEqualTo(200);
    }

    @Test
    void mayShortenItsChildrenReferToThemAndTellOutputs() {
      String resources =
          "{\"type\":\"Microsoft.DataFactory/factories\",\"apiVersion\":\"2018-06-01\","
              + "\"name\":\"other-df\",\"location\":\"westeurope\","
              + "\"tags\":{\"of\":\"[reference(resourceId('Microsoft.Storage/storageAccounts',"
              + " 'gdcacct'), '2021-06-01', 'Full').sku.name]\"},\"resources\":["
              + "{\"type\":\"pipelines\",\"apiVersion\":\"2018-06-01\",\"name\":\"p\","
              + "\"dependsOn\":[\"other-df\"],\"properties\":{\"activities\":[],"
              + "\"description\":\"[format('{0} of {1}', 'p', reference('other-df').version)]\"}}]}";
      String outputs =
          "{\"state\":{\"type\":\"string\",\"value\":"
              + "\"[reference('other-df').provisioningState]\"},"
              + "\"secret\":{\"type\":\"securestring\",\"value\":\"do-not-show\"},"
              + "\"none\":{\"condition\":\"[false()]\",\"type\":\"string\",\"value\":\"x\"}}";

      done(put(template("{}", resources, outputs)));

      Reply made = get();
      assertThat(made.text("/properties/outputs/state/value")).isEqualTo("Succeeded");
      assertThat(made.body().at("/properties/outputs").toString())
          .doesNotContain("do-not-show")
          .doesNotContain("none");
      String other = FACTORY.replace("gdc-df", "other-df");
      assertThat(azure.get(other, "2018-06-01").text("/tags/of")).isEqualTo("Standard_LRS");
      assertThat(azure.get(other + "/pipelines/p", "2018-06-01").text("/properties/description"))
          .isEqualTo("p of 2018-06-01");
    }

    @Test
    void makesWhatIsReadyTogetherSideBySide() {
      String linked = child("linkedservices", "NAME", "", "{\"type\":\"Office365\"}");
      String dataset =
          child(
              "datasets",
              "NAME",
              "\"WAIT\"",
              "{\"type\":\"Office365Table\",\"linkedServiceName\":{\"referenceName\":\"WAIT\","
                  + "\"type\":\"LinkedServiceReference\"}}");
      // The pipeline uses both datasets and says so of one.
      String pipeline =
          child(
              "pipelines",
              "p",
              "\"ds1\"",
              "{\"activities\":[{\"name\":\"a\",\"inputs\":[{\"referenceName\":\"ds2\","
                  + "\"type\":\"DatasetReference\"}]}]}");

      Reply status =
          done(
              put(
                  template(
                      "{}",
                      String.join(
                          ",",
                          linked.replace("NAME", "ls1"),
                          dataset.replace("NAME", "ds1").replace("WAIT", "ls1"),
                          pipeline,
                          linked.replace("NAME", "ls2"),
                          dataset.replace("NAME", "ds2").replace("WAIT", "ls2")),
                      "{}")));

      assertThat(status.text("/status")).isEqualTo("Succeeded");
    }

    private String child(String type, String name, String dependsOn, String properties) {
      return "{\"type\":\"Microsoft.DataFactory/factories/"
          + type
          + "\",\"apiVersion\":\"2018-06-01\",\"name\":\"gdc-df/"
          + name
          + "\",\"dependsOn\":["
          + dependsOn
          + "],\"properties\":"
          + properties
          + "}";
    }

    @Test
    void mayHoldAnotherDeployment() {
      String inner =
          "{\"mode\":\"Incremental\",\"expressionEvaluationOptions\":{\"scope\":\"inner\"},"
              + "\"parameters\":{\"n\":{\"value\":\"inner-df\"}},\"template\":{"
              + "\"parameters\":{\"n\":{\"type\":\"string\"}},\"resources\":[{"
              + "\"type\":\"Microsoft.DataFactory/factories\",\"apiVersion\":\"2018-06-01\","
              + "\"name\":\"[parameters('n')]\",\"location\":\"westeurope\"}]}}";

      Reply status =
          done(
              put(
                  template(
                      "{}",
                      "{\"type\":\"Microsoft.Resources/deployments\",\"apiVersion\":\"2021-04-01\","
                          + "\"name\":\"inner\",\"properties\":"
                          + inner
                          + "}",
                      "{}")));

      assertThat(status.text("/status")).isEqualTo("Succeeded");
      assertThat(azure.get(FACTORY.replace("gdc-df", "inner-df"), "2018-06-01").status())
          .isEqualTo(200);
    }
  }

  @Nested
  class Refused {

    @Test
    void isATemplateWithoutAParametersValue() {
      String body = template("{\"DataSet\":{\"type\":\"string\"}}", "", "{}");

      for (Reply reply :
          new Reply[] {
            put(body), azure.sendAsIs("POST", DEPLOYMENT + "/validate" + VERSION, body)
          }) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("InvalidTemplate");
        assertThat(reply.message())
            .contains("The value for the template parameter 'DataSet' is not provided");
      }
      assertThat(get().code()).isEqualTo("DeploymentNotFound");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "['b'] | ['a'] | Circular dependency detected on resource",
          "['c'] | [] | The resource 'c' is not defined in the template",
        })
    void areDependenciesThatLeadNowhere(String first, String second, String why) {
      String resource =
          "{\"type\":\"Microsoft.DataFactory/factories\",\"apiVersion\":\"2018-06-01\","
              + "\"name\":\"NAME\",\"location\":\"westeurope\",\"dependsOn\":ON}";

      Reply reply =
          put(
              template(
                  "{}",
                  resource.replace("NAME", "a").replace("ON", first.replace('\'', '"'))
                      + ","
                      + resource.replace("NAME", "b").replace("ON", second.replace('\'', '"')),
                  "{}"));

      assertThat(reply.code()).isEqualTo("InvalidTemplate");
      assertThat(reply.message()).contains(why);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "nothing() | The template function 'nothing' is not expected",
          "parameters('x') | The template parameter 'x' is not found",
          "variables('x') | The template variable 'x' is not found",
          "split('a', 'b')[3] | out of bounds",
          "concat('a' | ')' is missing",
          "resourceGroup().nothing | the property 'nothing' doesn't exist",
        })
    void areExpressionsThatMeanNothing(String expression, String why) {
      Reply reply =
          put(
              template(
                  "{\"p\":{\"type\":\"string\",\"defaultValue\":\"[" + expression + "]\"}}",
                  "",
                  "{}"));

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("InvalidTemplate");
      assertThat(reply.message()).contains(why);
    }

    @Test
    void areUnknownParametersAndOtherModes() {
      String body = template("{}", "", "{}");

      assertThat(
              put(body.replace("\"mode\"", "\"parameters\":{\"x\":{\"value\":1}},\"mode\""))
                  .message())
          .contains("The template parameters 'x' in the parameters file are not valid");
      assertThat(put(body.replace("Incremental", "Complete")).message())
          .contains("Incremental only");
    }

    @Test
    void areCallersWhoMayNotWrite() {
      azure.caller = new Caller(FakeTenant.APP_PRINCIPAL, TENANT, Caller.Kind.SERVICE_PRINCIPAL);

      assertThat(put(template("{}", "", "{}")).code()).isEqualTo("AuthorizationFailed");
    }

    @Test
    void isABodyThatIsNotEvenNearlyJson() {
      assertThat(put("{{").code()).isEqualTo("InvalidRequestContent");
    }
  }

  @Nested
  class AFailedResource {

    private static final String RESOURCES =
        "{\"type\":\"Microsoft.DataFactory/factories\",\"apiVersion\":\"2018-06-01\","
            + "\"name\":\"x\",\"location\":\"westeurope\"},"
            + "{\"type\":\"Microsoft.DataFactory/factories/pipelines\","
            + "\"apiVersion\":\"2018-06-01\",\"name\":\"x/p\",\"properties\":{},"
            + "\"dependsOn\":[\"x\"]},"
            + "{\"type\":\"Microsoft.DataFactory/factories\",\"apiVersion\":\"2018-06-01\","
            + "\"name\":\"good-df\",\"location\":\"westeurope\"}";

    @Test
    void failsTheDeploymentWithItsOwnError() {
      Reply status = done(put(template("{}", RESOURCES, "{}")));

      assertThat(status.text("/status")).isEqualTo("Failed");
      assertThat(status.code()).isEqualTo("DeploymentFailed");
      assertThat(status.text("/error/details/0/code")).isEqualTo("InvalidFactoryName");
      assertThat(status.text("/error/details/0/target")).endsWith("/factories/x");
      assertThat(get().text("/properties/provisioningState")).isEqualTo("Failed");
      assertThat(get().text("/properties/error/code")).isEqualTo("DeploymentFailed");
    }

    @Test
    void keepsBackOnlyWhatDependsOnIt() {
      done(put(template("{}", RESOURCES, "{}")));

      Reply operations = azure.send("GET", GROUP + "/deployments/first/operations" + VERSION, "");
      assertThat(operations.body().findValuesAsText("resourceName"))
          .containsExactly("x", "good-df");
      assertThat(operations.text("/value/0/properties/statusMessage/error/code"))
          .isEqualTo("InvalidFactoryName");
      assertThat(operations.text("/value/1/properties/provisioningState")).isEqualTo("Succeeded");
      Reply one =
          azure.send(
              "GET",
              GROUP
                  + "/deployments/first/operations/"
                  + operations.text("/value/1/operationId")
                  + VERSION,
              "");
      assertThat(one.text("/properties/targetResource/resourceName")).isEqualTo("good-df");
      assertThat(azure.get(FACTORY.replace("gdc-df", "good-df"), "2018-06-01").status())
          .isEqualTo(200);
    }

    @Test
    void mayBeOneThatRefersToItselfInACircle() {
      String resource =
          "{\"type\":\"Microsoft.DataFactory/factories\",\"apiVersion\":\"2018-06-01\","
              + "\"name\":\"aaa\",\"location\":\"[reference('aaa').location]\"}";

      Reply status = done(put(template("{}", resource, "{}")));

      assertThat(status.text("/error/details/0/message")).contains("Circular dependency");
    }
  }

  @Nested
  class Deployments {

    @Test
    void areListedPageByPageAndDeleted() {
      for (String name : new String[] {"a", "b", "c"}) {
        azure.sendAsIs(
            "PUT", DEPLOYMENT.replace("first", name) + VERSION, template("{}", "", "{}"));
      }

      String all = DEPLOYMENT.substring(0, DEPLOYMENT.lastIndexOf('/')) + VERSION;
      Reply page = azure.send("GET", all + "&$top=2", "");
      assertThat(page.body().path("value").findValuesAsText("name")).containsExactly("a", "b");
      assertThat(azure.follow(page.text("/nextLink")).body().path("value")).hasSize(1);
      String first = DEPLOYMENT.replace("first", "a") + VERSION;
      assertThat(azure.send("HEAD", first, "").status()).isEqualTo(204);
      Reply deleted = azure.send("DELETE", first, "");
      assertThat(deleted.status()).isEqualTo(202);
      azure.follow(deleted.headers().get("Location"));
      assertThat(azure.follow(deleted.headers().get("Location")).status()).isEqualTo(204);
      assertThat(azure.send("HEAD", first, "").status()).isEqualTo(404);
    }

    @Test
    void goWithTheirGroup() {
      done(put(template("{}", "", "{}")));

      azure.send("DELETE", GROUP + VERSION, "");
      azure.put(GROUP, "2025-04-01", "{'location':'westeurope'}");

      assertThat(get().code()).isEqualTo("DeploymentNotFound");
    }

    @Test
    void registerTheProvidersThatTheyNeed() {
      azure.send(
          "POST", SUBSCRIPTION + "/providers/Microsoft.DataFactory/unregister" + VERSION, "");

      Reply status =
          done(
              put(
                  template(
                      "{}",
                      "{\"type\":\"Microsoft.DataFactory/factories\",\"apiVersion\":\"2018-06-01\","
                          + "\"name\":\"new-df\",\"location\":\"westeurope\"}",
                      "{}")));

      assertThat(status.text("/status")).isEqualTo("Succeeded");
    }

    @Test
    void areValidatedWithoutMakingAnything() {
      Reply reply = azure.sendAsIs("POST", DEPLOYMENT + "/validate" + VERSION, FACTORY_TEMPLATE);

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.text("/properties/provisioningState")).isEqualTo("Succeeded");
      assertThat(reply.body().at("/properties/validatedResources")).hasSize(7);
      assertThat(azure.get(GROUP + "/resources", "2021-04-01").body().path("value")).hasSize(2);
    }
  }
}
