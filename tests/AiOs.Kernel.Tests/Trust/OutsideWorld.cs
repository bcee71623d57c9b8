using System.Text.Json;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Testing.Doubles;

namespace AiOs.Kernel.Tests.Trust;

/// <summary>Everything that an effect can reach, and every call that came in, in order.</summary>
internal sealed class OutsideWorld
{
    private readonly Lock _gate = new();
    private readonly List<Permit> _calls = [];

    /// <param name="blind">The broken variant: its connectors find nothing sensitive in any bytes.</param>
    /// <param name="lying">The broken variant: what goes out says that it is internal.</param>
    public OutsideWorld(bool blind = false, bool lying = false)
    {
        Func<Effect, EffectFacts> read = blind ? _ => EffectFacts.None : FactsOf;
        var outward = lying ? EffectCategory.Internal : EffectCategory.Reputation;
        Mail = Connector("email.send", outward, read);
        Others =
        [
            Connector("publish.post", outward, read), Connector("mcp.tool", outward, read), Connector("contract.sign", EffectCategory.Contract, read),
            Connector("money.pay", EffectCategory.Money, read), Connector("task.keep", EffectCategory.Internal, _ => EffectFacts.None),
        ];
    }

    public ScriptedConnector Mail { get; }

    public IReadOnlyList<IEffectConnector> Others { get; }

    public IReadOnlyList<Permit> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>What is outside, whatever its connector says.</summary>
    public static bool IsOutward(EffectKind kind) => kind.Value is "email.send" or "publish.post" or "mcp.tool" or "contract.sign" or "money.pay";

    /// <summary>What somebody could be harmed with: addresses, accounts and links, wherever they stand in the arguments.</summary>
    public static IReadOnlyList<SensitiveValue> SensitiveIn(Effect effect)
    {
        using var document = JsonDocument.Parse(effect.Bytes);
        return [.. Leaves(string.Empty, document.RootElement.GetProperty("args")).Select(leaf => ValueOf(leaf.Name, leaf.Text)).OfType<SensitiveValue>()];
    }

    public static Money? CostOf(Effect effect)
    {
        using var document = JsonDocument.Parse(effect.Bytes);
        var args = document.RootElement.GetProperty("args");
        return args.ValueKind is JsonValueKind.Object
            && args.TryGetProperty("minor", out var minor) && minor.ValueKind is JsonValueKind.Number
            && args.TryGetProperty("currency", out var currency) && currency.ValueKind is JsonValueKind.String
            ? new Money(minor.GetInt64(), currency.GetString()!)
            : null;
    }

    private static EffectFacts FactsOf(Effect effect)
    {
        var values = SensitiveIn(effect);
        return new EffectFacts
        {
            Counterparty = values.FirstOrDefault(value => value.Kind is SensitiveKind.Recipient)?.Value,
            Values = values,
            Cost = effect.Kind.Value == "money.pay" ? CostOf(effect) : null,
            Spend = effect.Kind.Value == "money.pay" ? "ads" : null,
        };
    }

    private static SensitiveValue? ValueOf(string name, string text) => name switch
    {
        _ when text.Contains('@', StringComparison.Ordinal) => new SensitiveValue(SensitiveKind.Recipient, "recipient", text),
        "iban" => new SensitiveValue(SensitiveKind.BankAccount, "bank account", text),
        _ when text.Contains("://", StringComparison.Ordinal) => new SensitiveValue(SensitiveKind.Url, "link", text),
        _ => null,
    };

    private static IEnumerable<(string Name, string Text)> Leaves(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Leaves(member.Name, member.Value).Append((member.Name, member.Name))),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(element => Leaves(name, element)),
        JsonValueKind.String => [(name, value.GetString()!)],
        _ => [],
    };

    private ScriptedConnector Connector(string kind, EffectCategory category, Func<Effect, EffectFacts> read) => new()
    {
        Kind = new EffectKind(kind),
        Category = category,
        Facts = read,
        OnCall = permit =>
        {
            lock (_gate)
            {
                _calls.Add(permit);
            }
        },
    };
}
