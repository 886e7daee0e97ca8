using System.Text.Json;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Tests.Negotiations.Files;

/// <summary>The files in the seeds folder, as they reach the program.</summary>
public sealed class SeedFilesTests
{
    /// <summary>The files as the repository has them; that the program finds the same is the first test.</summary>
    public static TheoryData<string> Names => [.. SeedFiles.All().Select(f => Path.GetFileName(f))];

    [Fact]
    public void All_BesideTheProgram_HoldsTheSeedButNotTheSchema()
    {
        Assert.Contains("russia-ukraine-2025.json", SeedFiles.All().Select(Path.GetFileName));
        Assert.DoesNotContain("negotiation.schema.json", SeedFiles.All().Select(Path.GetFileName));
        Assert.True(File.Exists(Path.Combine(SeedFiles.Folder, "negotiation.schema.json")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ReadAsync_Seed_HasNoErrors(string name)
    {
        var result = await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, name), TestContext.Current.CancellationToken);

        Assert.Empty(result.Errors);
        Assert.True(result.Succeeded);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WriteAsync_WhatWasRead_ReadsBackTheSame(string name)
    {
        var cancel = TestContext.Current.CancellationToken;
        var first = await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, name), cancel);
        using var stream = new MemoryStream();
        await NegotiationFileWriter.WriteAsync(first.Record!, stream, cancel);
        stream.Position = 0;
        var second = await new NegotiationFileReader().ReadAsync(stream, cancel);

        Assert.Empty(second.Errors);
        Assert.Equal(Plain(first), Plain(second));
    }

    /// <summary>All that a record holds, by a serializer that knows nothing of the file's format: records compare lists by reference.</summary>
    private static string Plain(NegotiationFileResult result) => JsonSerializer.Serialize(result.Record);
}
