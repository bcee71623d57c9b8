using System.Globalization;
using System.Text;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Simulation.Scheduling;

namespace AiOs.Simulation.People;

/// <summary>Makes the messages of a seed. The same number is the same message, whenever it is delivered.</summary>
internal static class Mail
{
    private const string Mark = "message ";

    public static InboundMessage Of(long seed, int number, DateTimeOffset deliveredAt)
    {
        var dice = Dice.For(seed, 2, number);
        var typed = dice.Chance(15);
        var sender = SenderOf(dice.Below(4));
        return new InboundMessage
        {
            Channel = typed ? ChannelName.Web : ChannelName.Mail,
            Authority = typed ? Authority.Operator : Authority.External,
            DedupeKey = string.Create(CultureInfo.InvariantCulture, $"<{number}@sim.example>"),
            Content = new MessageContent
            {
                Origin = typed ? ContentOrigin.Typed : ContentOrigin.DirectMail,
                Sender = sender,
                Subject = string.Create(CultureInfo.InvariantCulture, $"{Mark}{number}"),
                Text = "Please see to it. Übrigens: 20 € – «dringend».",
                SentAt = deliveredAt,
            },
            Raw = typed ? default : RawOf(dice, number),
            Files = !typed && dice.Chance(8) ? [new InboundFile("a.txt", "text/plain", Encoding.UTF8.GetBytes("attached to " + number))] : [],
        };
    }

    /// <summary>Whose number stands in its subject.</summary>
    /// <param name="content">The message.</param>
    /// <returns>Its number.</returns>
    public static int NumberOf(MessageContent content) => int.Parse(content.Subject.AsSpan(Mark.Length), CultureInfo.InvariantCulture);

    public static Mailbox SenderOf(int number) => new(null, string.Create(CultureInfo.InvariantCulture, $"person{number}@sim.example"));

    private static byte[] RawOf(Dice dice, int number)
    {
        var length = dice.Chance(5) ? 20_000 : 40;
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"From: somebody\r\nMessage-ID: <{number}>\r\n\r\n") + new string('x', length));
    }
}
