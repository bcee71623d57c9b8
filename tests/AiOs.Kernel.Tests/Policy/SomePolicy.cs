using System.Globalization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Policy;

namespace AiOs.Kernel.Tests.Policy;

/// <summary>Policies and cases as tests write them.</summary>
internal static class SomePolicy
{
    public const string Currency = "EUR";

    private static readonly Lazy<string> Default = new(() => File.ReadAllText(DefaultPath()));

    public static string DefaultText => Default.Value;

    /// <summary>A mail of the sales agent to a client, on a Monday at ten, with nothing wrong with it.</summary>
    public static PolicyCase Case { get; } = new()
    {
        Kind = EffectKind.EmailSend,
        Category = EffectCategory.Reputation,
        Agent = new AgentName("sales"),
        Counterparty = "anna@example.com",
        CounterpartyClass = CounterpartyClass.Client,
        Provenance = Provenance.Record,
        Confidence = new Confidence(900),
        Local = At("2026-11-23T10:00"),
        Final = true,
    };

    /// <summary>A bill of a known vendor.</summary>
    public static PolicyCase Bill { get; } = Case with
    {
        Kind = new EffectKind("payment.send"),
        Category = EffectCategory.Money,
        CounterpartyClass = CounterpartyClass.Vendor,
        Cost = new Money(8000, Currency),
        Spend = "ads",
    };

    public static DateTimeOffset At(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(1));

    /// <summary>Reads a text that must be a policy.</summary>
    public static PolicyDocument Read(string text) => PolicyReader.Read(text, Currency) switch
    {
        PolicyReading.Good good => good.Document,
        PolicyReading.Bad bad => throw new InvalidOperationException($"line {bad.Line}: {bad.Reason}\n{text}"),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>A policy of one rule that allows under these conditions.</summary>
    public static PolicyDocument AllowWhen(string when) =>
        Read($"version: 1\nquietHours: {{ from: \"20:00\", to: \"07:00\" }}\nrules:\n  - {{ name: one, when: {when}, then: allow, because: It may. }}\n");

    public static string Because(this Judgement judgement) => string.Join(" | ", judgement.Counterfactuals.Select(one => one.Sentence));

    private static string DefaultPath()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AiOs.Bot.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository is not around the tests.");
        }

        return Path.Combine(folder, "manifests", "policies", "default.yaml");
    }
}
