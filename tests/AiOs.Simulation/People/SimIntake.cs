using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;
using AiOs.Contracts.Ports;
using AiOs.Simulation.Scheduling;

namespace AiOs.Simulation.People;

/// <summary>Understands a message as the seed says, now and then without being sure.</summary>
internal sealed class SimIntake(long seed) : IIntake
{
    private static readonly Category[] Categories = Enum.GetValues<Category>();

    public Task<Intent> UnderstandAsync(IntakeCase read, CancellationToken cancellationToken)
    {
        var dice = Dice.For(seed, 3, Mail.NumberOf(read.Message));
        return Task.FromResult(new Intent
        {
            Category = dice.Of(Categories),
            Confidence = new Confidence(dice.Between(300, 1000)),
            Sure = dice.Chance(85),
            Reasons = ["received " + read.ReceivedAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture)],
        });
    }

    public Category? ReadCategory(string operatorWords) => KebabEnumConverter<Category>.Parse(operatorWords);
}
