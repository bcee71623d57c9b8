using System.ComponentModel;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake;

/// <summary>What a model may say of a message.</summary>
/// <param name="Category">What it is about.</param>
/// <param name="Percent">How sure that is, 0 to 100.</param>
/// <param name="Quote">The words of the message that show it.</param>
/// <param name="Fields">Values in it.</param>
internal sealed record MessageReading(
    Category Category,
    [property: Description("How sure that is, 0 to 100.")] int Percent,
    [property: Description("A few words of the message, exactly as they stand there, that show it. Empty where none do.")] string Quote,
    [property: Description("Values in the message. Each quote exactly as it stands there.")] IReadOnlyList<ReadField> Fields);
