using AiOs.Contracts.Ports;

namespace AiOs.Simulation.Scheduling;

/// <summary>The randomness of one start of one host.</summary>
internal sealed class DiceEntropy(Dice dice, SimulatedScheduler scheduler) : IEntropy
{
    public void Fill(Span<byte> buffer)
    {
        scheduler.CheckThread("entropy");
        dice.Fill(buffer);
    }
}
