using Microsoft.Extensions.Logging;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Negotiations;

/// <summary>Fills an empty store, and adds the further negotiations that come with the program, from their files.</summary>
public sealed class Seeds(StoreOptions options, NegotiationImporter importer, ILogger<Seeds> logger)
{
    private const string Default = "russia-ukraine-2025";

    /// <summary>What an empty store starts with.</summary>
    public Task<NegotiationFile> ReadFirstAsync(CancellationToken cancellationToken) =>
        ReadAsync(options.Seed is { Length: > 0 } file ? Path.GetFullPath(file) : PathOf(Default), cancellationToken);

    /// <summary>Refuses a name of which there is no negotiation that comes with the program; null is none.</summary>
    public static void RefuseUnknown(string? name)
    {
        var known = SeedFiles.All().Select(Path.GetFileNameWithoutExtension).ToList();
        if (name is not null && !known.Contains(name))
        {
            throw new StoreRefusal($"There is no seed \"{name}\": after --seed give one of {string.Join(", ", known)}.");
        }
    }

    /// <summary>Adds a negotiation that comes with the program, unless it is there already.</summary>
    public async Task AddAsync(string name, CancellationToken cancellationToken)
    {
        RefuseUnknown(name);
        var record = (await ReadAsync(PathOf(name), cancellationToken)).Record;
        var number = await importer.ImportAsync(record, "seed", cancellationToken);
        if (number is null)
        {
            logger.LogInformation("Seed: {Slug} is there already", record.Negotiation.Slug);
        }
        else
        {
            logger.LogInformation("Seed: {Slug} added as change {Number}", record.Negotiation.Slug, number);
        }
    }

    private static string PathOf(string name) => Path.Combine(SeedFiles.Folder, name + ".json");

    private static async Task<NegotiationFile> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new StoreRefusal($"There is no seed file {file}: set PeaceTracker:Seed to a negotiation file, or leave it out.");
        }

        var result = await new NegotiationFileReader().ReadAsync(file, cancellationToken);
        return result.File ?? throw new StoreRefusal(
            $"Nothing of the seed file {file} was imported. Correct this and start again:{Environment.NewLine}"
            + string.Join(Environment.NewLine, result.Errors.Select(error => "  " + error)));
    }
}
