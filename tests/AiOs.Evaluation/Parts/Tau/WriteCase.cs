using System.Text.Json;
using AiOs.Testing.Tools;

namespace AiOs.Evaluation.Parts.Tau;

/// <summary>One write on its way, with what is known of it.</summary>
internal sealed class WriteCase(GoldWrite write, Fate fate)
{
    public GoldWrite Write { get; } = write;

    public Fate Fate { get; } = fate;

    public string Item { get; private set; } = string.Empty;

    /// <summary>Whether a card showed this one call and nothing had happened.</summary>
    public bool Waited { get; private set; }

    /// <summary>How its work item stood when it was last looked at.</summary>
    public string State { get; private set; } = string.Empty;

    /// <summary>Whether the operator has begun to approve it.</summary>
    public bool IsReleased { get; set; }

    /// <summary>Whether its decision is known to be taken, or none is to come.</summary>
    public bool IsSettled { get; set; } = fate is Fate.Leave;

    /// <summary>Whether nothing moves here until somebody says something.</summary>
    public bool Rests => State is not ("working" or "performing");

    private string Effect { get; set; } = string.Empty;

    /// <summary>Takes in how its work item stands once its card is there.</summary>
    public void Prepare(JsonElement item)
    {
        See(item);
        Item = Word(item, "workItem");
        var effects = item.GetProperty("effects").EnumerateArray().ToList();
        Waited = State == "awaiting-approval" && effects is [var only] && Word(only, "outcome") == "proposed" && Word(only, "kind") == ToolConnector.KindOf(Write.Call.Tool).Value;
        Effect = effects.Count > 0 ? Word(effects[0], "id") : string.Empty;
    }

    public void See(JsonElement item) => State = Word(item, "state");

    /// <summary>Whether a call that the shop saw is one of this write's effect.</summary>
    public bool Owns(ToolCall call) => Effect.Length > 0 && call.Reference.EndsWith(Effect, StringComparison.Ordinal);

    /// <summary>Whether a call is the write, to the letter.</summary>
    public bool Is(ToolCall call)
    {
        using var arguments = JsonDocument.Parse(call.Arguments);
        return call.Tool == Write.Call.Tool && JsonElement.DeepEquals(arguments.RootElement, Write.Call.Arguments);
    }

    public override string ToString() => $"{Write.Mark} {Write.Call.Tool}, to {Fate}, {State}";

    private static string Word(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
