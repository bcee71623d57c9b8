using AiOs.Contracts.Context;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;

namespace AiOs.Contracts.Ports;

/// <summary>Reads untrusted text with no tools and may only return an Intent.</summary>
public interface IIntake
{
    /// <summary>Understands one message. Deterministic: the same input gives the same Intent.</summary>
    /// <param name="message">What it says.</param>
    /// <param name="authority">Whose words it holds.</param>
    /// <param name="receivedAt">When it came in, in the workspace's time zone: what "tomorrow" is counted from where the message has no date.</param>
    /// <param name="timeZone">The workspace's time zone: what a time without one means.</param>
    /// <param name="currency">The workspace's currency: what an amount without a sign that is plainly money means.</param>
    /// <param name="lessons">What the operator put right in cases like this one, newest first; the first that says a category decides it.</param>
    /// <returns>The Intent.</returns>
    Intent Understand(MessageContent message, Authority authority, DateTimeOffset receivedAt, TimeZoneInfo timeZone, string currency, IReadOnlyList<Lesson> lessons);

    /// <summary>Reads the operator's answer to "what is this?".</summary>
    /// <param name="operatorWords">The operator's own words.</param>
    /// <returns>The category they name, or nothing.</returns>
    Category? ReadCategory(string operatorWords);
}
