using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;

namespace AiOs.Testing.Doubles;

/// <summary>Understands what it is told to: by default an inquiry, and it is sure.</summary>
public sealed class ScriptedIntake : IIntake
{
    /// <summary>What comes of a message.</summary>
    public Func<MessageContent, Intent> Read { get; set; } = _ => new Intent
    {
        Category = Category.Inquiry,
        Confidence = new Confidence(930),
        Sure = true,
        Reasons = ["asks for a price"],
    };

    /// <summary>What it is told of each case that it is given.</summary>
    public Action<IntakeCase> Seen { get; set; } = _ => { };

    /// <inheritdoc/>
    public Task<Intent> UnderstandAsync(IntakeCase read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        Seen(read);
        return Task.FromResult(Read(read.Message));
    }

    /// <inheritdoc/>
    public Category? ReadCategory(string operatorWords) => Contracts.Json.KebabEnumConverter<Category>.Parse(operatorWords);

}
