using System.Text.Json;
using System.Text.Json.Nodes;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;

namespace AiOs.Connectors.Tests.Support;

/// <summary>Effects and permits as the kernel makes them.</summary>
internal static class Effects
{
    public static readonly EffectId Id = new(Guid.Parse("01980000-0000-7000-8000-000000000001"));

    public static readonly DateTimeOffset Decided = new(2026, 3, 3, 9, 30, 15, TimeSpan.Zero);

    public static EmailSendArguments Arguments() => new()
    {
        To = [new Mailbox("Mira Lund", "mira@fair.example")],
        Copy = [new Mailbox(null, "per@fair.example")],
        Subject = "Re: Brochure für März",
        Text = "Hello Mira,\n\nthank you, I will come back to you.\n\nOlga",
        InReplyTo = "orig-7@fair.example",
        References = ["first@fair.example", "orig-7@fair.example"],
    };

    public static Effect Send(EmailSendArguments arguments) => Send(JsonSerializer.SerializeToNode(arguments, ArgumentsJson.Default.EmailSendArguments)!);

    public static Effect Send(JsonNode arguments, string kind = "email.send")
    {
        var json = new JsonObject { ["args"] = arguments, ["id"] = Id.ToString(), ["kind"] = kind, ["salt"] = "00" };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(json);
        return new Effect(Id, EffectKind.EmailSend, bytes, Digest.Of(bytes));
    }

    public static Permit Permit(EmailSendArguments arguments, DateTimeOffset? deadline = null) =>
        new(Send(arguments), "key", Decided, deadline ?? DateTimeOffset.MaxValue);
}
