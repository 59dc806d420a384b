Describe 'Disconnect-TrainingApi' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
    }

    AfterAll { Stop-SandboxServer $server }

    BeforeEach {
        Disconnect-TrainingApi
        $one, $two, $three = 'One', 'Two', 'Three' | ForEach-Object { Connect-TestCegos $server @{ Name = $_; PassThru = $true } }
        Clear-RequestLog $server
    }

    It 'closes <what> without output' -ForEach @(
        @{ what = 'all of this runspace'; call = { Disconnect-TrainingApi }; left = @() }
        @{ what = 'all of an API'; call = { Disconnect-TrainingApi -Service Cegos }; left = @() }
        @{ what = 'all of several APIs, by position'; call = { Disconnect-TrainingApi Cegos, Loop }; left = @() }
        @{ what = 'none of another API'; call = { Disconnect-TrainingApi -Service Loop }; left = 'One', 'Two', 'Three' }
        @{ what = 'one object'; call = { Disconnect-TrainingApi -Connection $two }; left = 'One', 'Three' }
        @{ what = 'one by name, whatever the letter case'; call = { Disconnect-TrainingApi -Connection tWO }; left = 'One', 'Three' }
        @{ what = 'several at once'; call = { Disconnect-TrainingApi -Connection $one, 'Three' }; left = @('Two') }
        @{ what = 'objects from the pipeline'; call = { $one, $three | Disconnect-TrainingApi }; left = @('Two') }
        @{ what = 'names from the pipeline'; call = { 'One', 'Two' | Disconnect-TrainingApi }; left = @('Three') }
        @{ what = 'what Get-TrainingApiConnection finds'; call = { Get-TrainingApiConnection | Where-Object Name -Like 'T*' | Disconnect-TrainingApi }; left = @('One') }
        @{ what = 'nothing for a name that there is not'; call = { Disconnect-TrainingApi -Connection Nobody }; left = 'One', 'Two', 'Three' }
        @{ what = 'nothing where nothing is piped in'; call = { @() | Disconnect-TrainingApi }; left = 'One', 'Two', 'Three' }
    ) {
        & $call | Should -BeNullOrEmpty
        @((Get-TrainingApiConnection).Name | Where-Object { $_ }) | Should -Be $left
        foreach ($connection in $one, $two, $three) { $connection.IsOpen | Should -Be ($connection.Name -in $left) }
        Get-RequestLog $server | Should -BeNullOrEmpty
    }

    It 'makes the previous connection the current one' {
        Disconnect-TrainingApi -Connection Three
        $null = Get-CegosCatalog
        (Get-RequestLog $server).target | Should -Be '/cegos/catalog/v1/Catalogs'
        $two.IsOpen | Should -BeTrue
    }

    It 'makes a closed connection unusable: <what>' -ForEach @(
        @{ what = 'as an object'; call = { Get-CegosCatalog -Connection $two }; says = "The connection 'Two' was disconnected" }
        @{ what = 'by its name'; call = { Get-CegosCatalog -Connection Two }; says = "no connection named 'Two'" }
        @{ what = 'for a raw call'; call = { Invoke-TrainingApiRequest -Connection $two -Path v1/Catalogs }; says = "The connection 'Two' was disconnected" }
    ) {
        Disconnect-TrainingApi -Connection $two
        try { & $call; throw 'It went through.' } catch { $failed = $_ }
        $failed.FullyQualifiedErrorId | Should -Match '^NotConnected,'
        $failed.CategoryInfo.Category | Should -Be 'ConnectionError'
        $failed.Exception.Message | Should -Match $says
        Get-RequestLog $server | Should -BeNullOrEmpty
    }

    It 'has no effect the second time' {
        Disconnect-TrainingApi -Connection $one
        Disconnect-TrainingApi -Connection $one
        Disconnect-TrainingApi
        Disconnect-TrainingApi
        Get-TrainingApiConnection | Should -BeNullOrEmpty
    }

    It 'makes commands fail with NotConnected, which names the command to run, once all are closed' {
        Disconnect-TrainingApi
        try { Get-CegosCatalog; throw 'It went through.' } catch { $failed = $_ }
        $failed.FullyQualifiedErrorId | Should -BeExactly 'NotConnected,TrainingApis.Cmdlets.Cegos.GetCegosCatalogCommand'
        $failed.Exception.Message | Should -Match 'Connect-Cegos'
    }

    It 'completes the names of this runspace' {
        foreach ($line in 'Disconnect-TrainingApi -Connection ', 'Disconnect-TrainingApi -Connection T') {
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be @(if ($line -match 'T$') { 'Two', 'Three' } else { 'One', 'Two', 'Three' })
        }
    }
}
