using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Simulation.Controls;

/// <summary>A kernel that is broken on purpose, which the simulation must catch.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Break">Puts the broken part in the place of the right one.</param>
internal sealed record Control(string Name, Action<IServiceCollection> Break);
