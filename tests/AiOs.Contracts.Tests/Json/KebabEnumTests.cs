using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Cards.Plain;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Context;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records.Negotiations;
using AiOs.Contracts.Records.Schemas;
using AiOs.Contracts.Schedules;

namespace AiOs.Contracts.Tests.Json;

/// <summary>These words stand in journals and scripts out there. One may be added, none may change.</summary>
public sealed class KebabEnumTests
{
    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(ChatFileKind)] = "document photo voice",
        [typeof(DecisionKind)] = "approve reject change",
        [typeof(Provenance)] = "external model record operator",
        [typeof(CardTone)] = "neutral waiting done declined trouble",
        [typeof(WorkItemState)] = "working awaiting-approval needs-answer performing outcome-unknown done rejected failed expired undone forgotten",
        [typeof(SensitiveKind)] = "recipient bank-account amount url date owned-field",
        [typeof(KnowledgeKind)] = "note brief output outcome correction message",
        [typeof(FieldForm)] = "text date money email iban reference entry",
        [typeof(NegotiationMove)] = "offer won lost withdrawn",
        [typeof(CounterpartyClass)] = "none new client vendor",
        [typeof(EffectCategory)] = "internal reputation money contract",
        [typeof(OutcomeClass)] = "neither queryable keyed",
        [typeof(Settlement)] = "happened did-not-happen send-again",
        [typeof(Undo)] = "final compensable reversible",
        [typeof(EffectJudged.AnswerKind)] = "ask allow deny",
        [typeof(PreferenceKind)] = "greeting closing tone length phrase payment-days valid-days",
        [typeof(Category)] = "other inquiry client-request invoice-received payment meeting contract complaint content-idea receipt newsletter spam personal notification",
        [typeof(FieldName)] = "person company email phone amount date deadline invoice-number iban topic time",
        [typeof(Authority)] = "external operator system",
        [typeof(SenderProof)] = "unchecked proved unproved failed",
        [typeof(CatchUp)] = "once skip",
        [typeof(FiringKind)] = "job playbook words",
        [typeof(ContentOrigin)] = "typed direct-mail inline-forward attached-forward program",
    };

    public static TheoryData<string> Names => [.. Words.Keys.Select(type => type.FullName!)];

    /// <summary>How a text is shown is never written down, so the names of <c>Cards.Plain</c> are free.</summary>
    [Fact]
    public void Enums_OfContracts_AreAllPinned() => Assert.Equal(
        typeof(AiOsException).Assembly.GetExportedTypes().Where(type => type.IsEnum && type.Namespace != typeof(SafeText).Namespace).Select(type => type.FullName).Order(),
        Words.Keys.Select(type => type.FullName).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_EveryValue_IsItsWordInOrder(string name)
    {
        var type = TypeOf(name);
        var values = Enum.GetValues(type).Cast<object>().OrderBy(value => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(Words[type], string.Join(' ', values.Select(value => JsonSerializer.Serialize(value, type).Trim('"'))));
        Assert.All(values, value => Assert.Equal(value, JsonSerializer.Deserialize(JsonSerializer.Serialize(value, type), type)));
        Assert.Equal(typeof(KebabEnumConverter<>), type.GetCustomAttribute<JsonConverterAttribute>()!.ConverterType!.GetGenericTypeDefinition());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_NumberOrOtherWord_IsRefused(string name)
    {
        var type = TypeOf(name);

        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("0", type));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("\"0\"", type));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("\"elsewhere\"", type));
    }

    [Fact]
    public void Parse_WordOrAnythingElse_GivesTheValueOrNothing()
    {
        Assert.Equal(Category.ClientRequest, KebabEnumConverter<Category>.Parse("client-request"));
        Assert.Equal("client-request", KebabEnumConverter<Category>.ToText(Category.ClientRequest));
        Assert.Null(KebabEnumConverter<Category>.Parse("ClientRequest"));
        Assert.Null(KebabEnumConverter<Category>.Parse(null));
    }

    private static Type TypeOf(string name) => Words.Keys.Single(type => type.FullName == name);
}
